// Firefox, as systems install it, for what has to be seen there too.
import { existsSync } from "node:fs";
import puppeteer from "puppeteer-core";

/** Programs tried when FIREFOX is not set. */
const PROGRAMS = ["/usr/bin/firefox", "/usr/bin/firefox-esr", "/Applications/Firefox.app/Contents/MacOS/firefox"];

/**
 * A page of a Firefox that ends with the test; none where it is not installed.
 * @param {import("node:test").TestContext} t
 * @param {import("puppeteer-core").LaunchOptions} [options]
 */
export async function firefox(t, options) {
  const executablePath = process.env.FIREFOX ?? PROGRAMS.find((program) => existsSync(program));
  if (!executablePath) return undefined;
  const browser = await puppeteer.launch({ browser: "firefox", executablePath, headless: true, ...options });
  t.after(() => browser.close());
  return browser.newPage();
}
