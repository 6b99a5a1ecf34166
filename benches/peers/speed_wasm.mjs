// Postil's wasm module in Chromium: how long one pass over the documents takes, from text to JavaScript objects.
//   speed_wasm.mjs PKG [--time SECONDS] < documents.jsonl
import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { read, time } from "./documents.mjs";

/** Programs tried when CHROME is not set. */
const PROGRAMS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** Nothing is served there: every request is answered from the folder. */
const ORIGIN = "http://localhost";

const { values, positionals } = parseArgs({ options: { time: { type: "string", default: "3" } }, allowPositionals: true });
const folder = positionals[0];
if (!folder || !existsSync(join(folder, "analysis.js"))) {
  throw new Error("name the folder with analysis.js; make it: cargo xtask build");
}
const executablePath = process.env.CHROME ?? PROGRAMS.find((program) => existsSync(program));
if (!executablePath) {
  throw new Error("no Chromium or Chrome here: install it, or name its program in CHROME");
}
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
try {
  const page = await browser.newPage();
  await page.route("**/*", (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === "/") {
      return route.fulfill({ contentType: "text/html", body: "<!doctype html><title>Speed</title>" });
    }
    const path = join(folder, pathname);
    return existsSync(path) ? route.fulfill({ path }) : route.fulfill({ status: 404 });
  });
  await page.goto(ORIGIN);
  await page.evaluate(prepare, read().map(({ text }) => text));
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  // processor time of the page's own process
  const now = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "ProcessTime").value;
  };
  await time({ length: Number(values.time), now, pass: () => page.evaluate(() => globalThis.pass()) });
} finally {
  await browser.close();
}

/** Runs in the page. */
async function prepare(texts) {
  const { default: init, analyze, load } = await import(`${globalThis.location.origin}/analysis.js`);
  await init();
  await load();
  globalThis.pass = () => {
    for (const text of texts) {
      analyze({ text });
    }
  };
}
