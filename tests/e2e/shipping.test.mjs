// What whoever puts a page on the web looks at: its head, what it downloads and how that is kept, what holds it up, how it moves, what a finger hits.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { extname, join } from "node:path";
import { test } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { CHOIR } from "./articles.mjs";
import { DIST, axe, openPage } from "./harness.mjs";
import { openReader, paste } from "./reader.mjs";

/** All files of the folder that a host sends, without their compressed copies. */
const FILES = readdirSync(DIST, { encoding: "utf8", recursive: true })
  .filter((name) => extname(name) && !/^extension-|\.(?:br|gz)$/.test(name))
  .map((name) => name.replaceAll("\\", "/"));

/** What is text, and sent the smaller for it. */
const TEXT = /\.(?:html|js|css|wasm|model|svg|webmanifest)$/;

/** What the plan has for the page before it shows an article, with its HTML, and for all that a first visit fetches, in bytes under brotli. */
const FIRST = 352_000, ALL = 2_400_000;

const read = (/** @type {string} */ name) => readFileSync(join(DIST, name));
const sent = (/** @type {string} */ name) => read(existsSync(join(DIST, `${name}.br`)) ? `${name}.br` : name).length;

test("each page says what it is, in which language, and fits a telephone", async (t) => {
  const { page, site } = await openReader(t, { context: { javaScriptEnabled: true } });
  for (const path of ["", "bookmark.html"]) {
    await page.goto(site.base + path);
    const head = await page.evaluate(() => ({
      title: document.title,
      lang: document.documentElement.lang,
      description: document.querySelector("meta[name=description]")?.getAttribute("content") ?? "",
      viewport: document.querySelector("meta[name=viewport]")?.getAttribute("content") ?? "",
      icon: document.querySelector("link[rel=icon]")?.getAttribute("href") ?? "",
      doctype: document.compatMode,
      charset: document.characterSet,
    }));
    assert.ok(head.title.length >= 5 && head.title.length <= 120, head.title);
    assert.equal(head.lang, "en");
    assert.ok(head.description.length >= 50 && head.description.length <= 160, `${path}: a description of ${head.description.length} letters`);
    assert.match(head.viewport, /width=device-width/);
    assert.doesNotMatch(head.viewport, /user-scalable|maximum-scale/);
    assert.ok(existsSync(join(DIST, head.icon)), head.icon);
    assert.deepEqual([head.doctype, head.charset], ["CSS1Compat", "UTF-8"]);
    assert.ok(read(path || "index.html").indexOf("<meta charset=") < 1024);
  }
});

test("nothing but styles holds the first picture up, and they are few and short", () => {
  for (const name of ["index.html", "bookmark.html"]) {
    const head = read(name).toString().split("</head>")[0] ?? "";
    for (const [script] of head.matchAll(/<script\b[^>]*>/g)) assert.match(script, /type="module"|\b(?:async|defer)\b/, script);
    assert.doesNotMatch(head, /<style|https?:\/\/(?!www\.w3\.org)/, "nothing inline, and nothing from elsewhere");
    const styles = [...head.matchAll(/<link rel="stylesheet" href="([^"]+)"(?! media="print")/g)].map(([, href = ""]) => href);
    assert.ok(styles.length <= 4, styles.join(" "));
    assert.ok(styles.reduce((bytes, style) => bytes + sent(style), 0) < 14_000, "they fit the first answers of a connection");
    for (const style of styles) assert.doesNotMatch(read(style).toString(), /@import|@font-face|url\((?!["']?data:)/);
  }
});

test("a first visit fetches what it uses, once, from here, and is no larger than planned", async (t) => {
  const { page, site } = await openPage(t, { path: "bookmark.html" });
  /** @type {string[]} */
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(site.base);
  await page.locator(".sheet h1").waitFor();
  const first = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name, startTime }) => ({ name, startTime })));
  await page.locator("#list").getByText(/quotes? ·/).first().waitFor();
  await page.waitForLoadState("networkidle");
  const files = asked.map((url) => url.slice(site.base.length) || "index.html").filter((name) => !name.startsWith("http"));
  assert.ok(first.length > 3 && files.length > 5, files.join(" "));
  // the worker fetches beside the page, and not every browser's driver tells of its requests
  const worker = FILES.filter((name) => /^assets\/(?:analysis|postil-\w+\.model)/.test(name));
  // the browser asks for the icon when it likes
  const twice = files.filter((name, index) => files.indexOf(name) !== index && !name.includes("icon"));
  assert.deepEqual(twice, []);
  const needed = files.filter((name) => /\.(?:js|css|wasm|html)$/.test(name) && !/worker-|sample-|print-/.test(name) && !worker.includes(name));
  const bytes = needed.reduce((sum, name) => sum + sent(name), 0);
  assert.ok(bytes < FIRST, `${bytes} bytes before an article is shown: ${needed.join(" ")}`);
  const all = [...new Set([...files, ...worker])].reduce((sum, name) => sum + sent(name), 0);
  assert.ok(all < ALL, `${all} bytes in all`);
  // what is made for other pages is not fetched by this one
  assert.deepEqual(files.filter((name) => /anchor|bookmark|frame-|beside-|embed|\.png$|\.map$/.test(name)), []);
});

test("what may be kept for ever is named by what it is, and nothing else is in its folder", () => {
  const assets = FILES.filter((name) => name.startsWith("assets/"));
  assert.ok(assets.length > 10);
  for (const name of assets) {
    const [, hash] = /-([0-9a-f]{10})\.\w+$/.exec(name) ?? assert.fail(`${name} does not tell its content`);
    assert.equal(createHash("sha256").update(read(name)).digest("hex").slice(0, 10), hash, name);
  }
  // and every reference to one is to one that is there
  for (const name of FILES.filter((file) => /\.(?:html|js|css|webmanifest)$/.test(file) && file !== "postil.html")) {
    for (const [, path = ""] of read(name).toString().matchAll(/["'(/]([\w-]+-[0-9a-f]{10}\.\w+)["')]/g)) assert.ok(existsSync(join(DIST, "assets", path)), `${name} names ${path}`);
  }
});

test("every text has its compressed copies, which are it and smaller", () => {
  const texts = FILES.filter((name) => TEXT.test(name) && name !== "postil.html");
  assert.ok(texts.length > 15);
  for (const name of texts) {
    const plain = read(name);
    const [brotli, gzip] = [read(`${name}.br`), read(`${name}.gz`)];
    assert.ok(brotliDecompressSync(brotli).equals(plain) && gunzipSync(gzip).equals(plain), name);
    if (plain.length > 1_000) assert.ok(brotli.length < plain.length * 0.9 && brotli.length <= gzip.length, `${name}: ${plain.length}, ${gzip.length}, ${brotli.length}`);
  }
});

test("nothing moves while the page comes, nor when an article does", async (t) => {
  const { page } = await openReader(t);
  const shift = () =>
    page.evaluate(
      () =>
        new Promise((/** @type {(sum: number) => void} */ done) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) if (!(/** @type {any} */ (entry).hadRecentInput)) sum += /** @type {any} */ (entry).value;
          }).observe({ type: "layout-shift", buffered: true });
          setTimeout(() => done(sum), 300);
        }),
    );
  await page.locator("#list").getByText(/quotes? ·/).first().waitFor();
  const coming = await shift();
  assert.ok(coming < 0.05, `the page moved by ${coming}`);
  await paste(page, { html: CHOIR });
  await page.locator(".sheet h1", { hasText: "Choir sings" }).waitFor();
  const after = await shift();
  assert.ok(after < 0.1, `and by ${after} with another article`);
});

for (const [name, width] of /** @type {const} */ ([["a telephone", 390], ["a desk", 1280]])) {
  test(`on ${name} whatever is pressed is large enough for a finger, and axe finds nothing`, async (t) => {
    const { page } = await openReader(t, { viewport: { width, height: 844 } });
    await page.locator("#read:not([aria-busy])").waitFor();
    await axe(page);
    const small = await page.evaluate(async () => {
      // @ts-expect-error -- axe came in the line above
      const { violations } = await axe.run(document, { runOnly: { type: "rule", values: ["target-size", "color-contrast", "meta-viewport"] } });
      return violations.flatMap((/** @type {any} */ { id, nodes }) => nodes.map((/** @type {any} */ node) => `${id}: ${node.target.join(" ")} ${node.failureSummary.replace(/\s+/g, " ")}`));
    });
    assert.deepEqual(small, []);
  });
}
