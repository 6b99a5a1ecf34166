// Postil's wasm module in Chromium: how long one pass over the documents takes, from text to JavaScript objects.
//   speed_wasm.mjs PKG [--time PASSES] < documents.jsonl
import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { read } from "./documents.mjs";

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

const { values, positionals } = parseArgs({ options: { time: { type: "string", default: "1" } }, allowPositionals: true });
const folder = positionals[0];
if (!folder || !existsSync(join(folder, "postil.js"))) {
  throw new Error("name the folder with postil.js; make it: cargo xtask build");
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
  const texts = read().map(({ text }) => text);
  const seconds = await page.evaluate(time, { texts, passes: Number(values.time) });
  console.log(JSON.stringify({ seconds, browser: browser.version() }));
} finally {
  await browser.close();
}

/** Runs in the page. One pass goes before the clock starts, as with the other peers. */
async function time({ texts, passes }) {
  const { default: init, analyze, load } = await import(`${globalThis.location.origin}/postil.js`);
  await init();
  await load();
  const seconds = [];
  for (let pass = 0; pass <= passes; pass++) {
    const begun = performance.now();
    for (const text of texts) {
      analyze({ text });
    }
    seconds.push((performance.now() - begun) / 1000);
  }
  return seconds.slice(1);
}
