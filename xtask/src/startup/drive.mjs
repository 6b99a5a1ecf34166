// Visits the page again and again, and prints how long each visit takes: node drive.mjs DIST ARTICLE CHROMIUM.
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { chromium } from "playwright-core";

/* global CSS, document, requestAnimationFrame -- one function runs in the page */

const [dist = "dist", article = "", executablePath = ""] = process.argv.slice(2);

/** Visits of each kind. */
const VISITS = 10;

/** @type {Record<string, string>} */
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".webmanifest": "application/manifest+json",
};

/** Bytes sent since it was last set to nothing. */
let sent = 0;

// a static server that sends compressed copies and lets what is named by its content be kept, as the usual hosts do
const server = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? "/", "http://host");
  const file = pathname === "/article.html" ? article : join(dist, normalize(pathname === "/" ? "/index.html" : pathname));
  const copy = `${file}.br`;
  if (!existsSync(file)) return response.writeHead(404).end();
  /** @type {Record<string, string>} */
  const headers = { "content-type": TYPES[extname(file)] ?? "application/octet-stream" };
  if (existsSync(copy)) headers["content-encoding"] = "br";
  headers["cache-control"] = pathname.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache";
  const bytes = readFileSync(existsSync(copy) ? copy : file);
  sent += bytes.length;
  response.writeHead(200, headers).end(bytes);
});
await new Promise((done) => server.listen(0, "127.0.0.1", () => done(undefined)));
const origin = `http://127.0.0.1:${/** @type {import("node:net").AddressInfo} */ (server.address()).port}/`;
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });

/** Runs in the page, before all else: notes when things are seen, in milliseconds from the visit's beginning. */
function watch() {
  const seen = /** @type {any} */ (globalThis).startup = { shift: 0 };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.shift += /** @type {any} */ (entry).value;
  }).observe({ type: "layout-shift", buffered: true });
  const look = () => {
    const isPainted = [...CSS.highlights.keys()].some((name) => name.startsWith("postil-voice"));
    if (document.querySelector(".sheet h1")) seen.shown ??= performance.now();
    if (isPainted) seen.painted ??= performance.now();
    if (isPainted && seen.shown) {
      const main = performance.getEntriesByType("resource").find(({ name }) => /\/main-\w+\.js$/.test(name));
      seen.script = /** @type {PerformanceResourceTiming | undefined} */ (main)?.responseEnd;
      return;
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** @param {import("playwright-core").BrowserContext} context */
async function visit(context) {
  const page = await context.newPage();
  await page.addInitScript(watch);
  sent = 0;
  await page.goto(`${origin}?url=${encodeURIComponent(`${origin}article.html`)}`);
  await page.waitForFunction(() => /** @type {any} */ (globalThis).startup.script !== undefined);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForTimeout(1_000); // for shifts that come late
  const seen = await page.evaluate(() => /** @type {any} */ (globalThis).startup);
  await page.close();
  return { ...seen, bytes: sent };
}

/** @type {Record<"cold" | "warm", any[]>} */
const visits = { cold: [], warm: [] };
for (let i = 0; i < VISITS; i++) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  visits.cold.push(await visit(context));
  visits.warm.push(await visit(context));
  await context.close();
}
await browser.close();
server.close();

/** @param {number[]} values */
const spread = (values) => {
  const sorted = values.toSorted((a, b) => a - b);
  return [sorted[0], sorted[Math.floor(sorted.length / 2)], sorted.at(-1)].map((value) => Math.round(value ?? Number.NaN).toString().padStart(9)).join("");
};
console.log(`${"1,000 words".padEnd(36)}${["fastest", "median", "slowest"].map((head) => head.padStart(9)).join("")}`);
for (const [kind, all] of Object.entries(visits)) {
  const row = (/** @type {string} */ name, /** @type {(one: any) => number} */ of) => console.log(`${`${kind}: ${name}`.padEnd(36)}${spread(all.map(of))}`);
  row("visit to article shown, ms", (one) => one.shown);
  row("script here to article shown, ms", (one) => one.shown - one.script);
  row("script here to painted, ms", (one) => one.painted - one.script);
  row("bytes", (one) => one.bytes);
  row("layout shift, thousandths", (one) => one.shift * 1_000);
}
console.log(`(${VISITS} visits of each kind to dist/, served from this machine; cold: nothing kept; warm: the same browser again)`);
