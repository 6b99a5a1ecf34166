// The extension in Chromium: its button opens the page at hand, whatever that page's policy forbids, and what is noted there is kept.
import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { chromium } from "playwright-core";
import { KEEPER, KEEPER_TITLE, SAMPLE_TITLE } from "./articles.mjs";
import { firefox } from "./firefox.mjs";
import { DIST, program, screenshot } from "./harness.mjs";
import { seeArticle, showList, soon, tag } from "./reader.mjs";

const FOLDER = join(DIST, "extension-chromium");

const HTML = { "content-type": "text/html; charset=utf-8" };

/** A strict page: nothing may run, be fetched or framed by it. */
const STRICT = { ...HTML, "content-security-policy": "default-src 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'", "cross-origin-opener-policy": "same-origin" };

/** The strictest page: it is kept apart from its own origin, and so is every frame in it. */
const SANDBOXED = {
  ...HTML,
  "content-security-policy": "default-src 'none'; sandbox; frame-ancestors 'none'; require-trusted-types-for 'script'",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
};

/** Chromium with the extension in it, and a page of a paper. @param {import("node:test").TestContext} t @param {Record<string, string>} [headers] @param {string} [html] */
async function begin(t, headers = STRICT, html = KEEPER) {
  const server = createServer((_, response) => response.writeHead(200, headers).end(html));
  await new Promise((done) => server.listen(0, "127.0.0.1", () => done(undefined)));
  const profile = mkdtempSync(join(tmpdir(), "postil-profile-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: program(),
    headless: true,
    ignoreDefaultArgs: ["--disable-extensions"],
    args: ["--no-sandbox", "--disable-gpu", "--enable-unsafe-extension-debugging"],
    viewport: { width: 1280, height: 800 },
    reducedMotion: "reduce",
  });
  t.after(async () => {
    await context.close();
    server.close();
    rmSync(profile, { recursive: true, force: true });
  });
  const page = await context.newPage();
  const url = `http://127.0.0.1:${/** @type {import("node:net").AddressInfo} */ (server.address()).port}/keeper`;
  await page.goto(url);
  const browser = /** @type {any} */ (await /** @type {any} */ (context.browser()).newBrowserCDPSession());
  const { id } = await browser.send("Extensions.loadUnpacked", { path: FOLDER });
  // a press before its worker stands is lost
  await soon(async () => {
    const worker = context.serviceWorkers().find((one) => one.url().includes(id)) ?? assert.fail("no worker");
    assert.ok(await worker.evaluate(() => /** @type {any} */ (globalThis).chrome.action.onClicked.hasListeners()));
  });
  /** Presses the extension's button on the page, as a reader does. */
  const press = async () => {
    const { targetInfos } = await browser.send("Target.getTargets", { filter: [{ type: "tab", exclude: false }] });
    const target = targetInfos.find((/** @type {any} */ info) => info.url === url);
    await browser.send("Extensions.triggerAction", { id, targetId: target.targetId });
  };
  /** Presses it, and gives the tab that it opens. */
  const pressForTab = async () => (await Promise.all([context.waitForEvent("page", (tab) => tab.url().startsWith("chrome-extension:")), press()]))[0];
  return { context, page, press, pressForTab, url, id };
}

/** The frame beside the page, once it shows what it found. @param {import("playwright-core").Page} page */
async function beside(page) {
  const frame = await soon(() => page.frames().find((one) => one.url().startsWith("chrome-extension:")) ?? assert.fail("no frame"));
  await frame.locator(".sheet h1", { hasText: KEEPER_TITLE }).waitFor({ state: "attached" });
  return frame;
}

/** The words that a kind of highlight paints on the page. @param {import("playwright-core").Page} page @param {string} prefix */
const painted = (page, prefix) =>
  page.evaluate((prefix) =>
    [...CSS.highlights].filter(([name]) => name.startsWith(prefix)).flatMap(([, highlight]) =>
      [.../** @type {Iterable<any>} */ (highlight)].map((range) => range.startContainer.data.slice(range.startOffset, range.endOffset))), prefix);

/** Selects words of a paragraph by the mouse. @param {import("playwright-core").Page} page @param {string} words */
async function select(page, words) {
  const box = await page.evaluate((words) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = /** @type {Text} */ (node).data.indexOf(words);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + words.length);
      const { left, right, top, height } = range.getBoundingClientRect();
      return { left, right, y: top + height / 2 };
    }
    throw new Error(`nowhere: ${words}`);
  }, words);
  await page.mouse.move(box.left + 1, box.y);
  await page.mouse.down();
  await page.mouse.move(box.right - 1, box.y, { steps: 4 });
  await page.mouse.up();
}

test("its button annotates a strict page in place; after a reload, and on another site's page, all is there", async (t) => {
  const { context, page, press, id } = await begin(t);
  const html = () => page.evaluate(() => {
    const copy = /** @type {Element} */ (document.documentElement.cloneNode(true));
    copy.querySelector("postil-embed")?.remove();
    return copy.outerHTML;
  });
  const before = await html();
  /** @type {string[]} */
  const said = [];
  page.on("console", (message) => message.type() === "error" && said.push(message.text()));
  page.on("pageerror", (error) => said.push(error.message));
  await press();
  const postil = await beside(page);
  assert.equal(new URL(postil.url()).host, id);
  await soon(async () => assert.ok((await painted(page, "postil-voice")).includes("“I have counted every ship that passed,”")));
  await postil.getByText("no site can read them").waitFor();
  await select(page, "a machine took over");
  await postil.locator("#tagbar button").first().waitFor();
  await page.keyboard.press("1");
  await soon(async () => assert.deepEqual(await painted(page, "postil-tag-"), ["a machine took over"]));
  await screenshot(page, "extension-in-place");
  assert.equal(await html(), before, "the page is left as it was");
  await page.reload();
  await press();
  await beside(page);
  await soon(async () => assert.deepEqual(await painted(page, "postil-tag-"), ["a machine took over"]));
  assert.deepEqual(said, []);
  // pressed again, it makes way
  await press();
  await soon(async () => assert.equal(await page.evaluate(() => document.elementFromPoint(1100, 400)?.closest("postil-embed")), null));
  // one library for all sites: notes do not lie in a store of that site's
  const library = await context.newPage();
  await library.goto(`chrome-extension://${id}/index.html`);
  await library.locator(".sheet h1").waitFor();
  await library.getByRole("button", { name: "Library" }).click();
  await library.locator("#library-rows").getByText(KEEPER_TITLE).waitFor();
});

test("a page that puts the extension's frame into itself is not spoken with", async (t) => {
  const { page, id } = await begin(t, HTML, `${KEEPER}<iframe></iframe>`);
  const answered = await page.evaluate(async (src) => {
    const frame = /** @type {HTMLIFrameElement} */ (document.querySelector("iframe"));
    const loaded = new Promise((done) => frame.addEventListener("load", done, { once: true }));
    frame.src = src;
    await loaded;
    const { port1, port2 } = new MessageChannel();
    const answer = new Promise((done) => { port1.onmessage = () => done("answered"); });
    frame.contentWindow?.postMessage({ postil: "beside", nonce: "guessed", article: { html: document.body.outerHTML, url: location.href }, text: "", dark: false, wishes: {} }, "*", [port2]);
    return Promise.race([answer, new Promise((done) => setTimeout(done, 4_000, "silent"))]);
  }, `chrome-extension://${id}/index.html?beside`);
  assert.equal(answered, "silent");
  assert.ok(page.frames().some((frame) => frame.url().startsWith(`chrome-extension://${id}/index.html`)), "though it is there");
});

test("a page that says another site's address for its own does not learn what is noted there", async (t) => {
  const claims = KEEPER.replace("</head>", '<link rel="canonical" href="https://tidal-post.example/keeper"><meta property="og:url" content="https://tidal-post.example/keeper"></head>');
  const { page, press, url } = await begin(t, STRICT, claims);
  await press();
  const postil = await beside(page);
  await soon(() => assert.ok(postil.url().endsWith(`#${encodeURIComponent(url)}`), postil.url()));
});

test("where a page keeps every frame apart, its button opens the page in a tab, and what is noted there is kept", async (t) => {
  const { page, pressForTab: press, url, id } = await begin(t, SANDBOXED);
  const before = await page.content();
  const opened = await press();
  /** @type {string[]} */
  const problems = [];
  opened.on("pageerror", (error) => problems.push(error.message));
  opened.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  await seeArticle(opened, KEEPER_TITLE);
  assert.equal(new URL(opened.url()).host, id);
  await opened.locator("#list").getByText("Anna Torvald").first().waitFor();
  assert.equal(await page.content(), before, "the page is left as it was");
  await tag(opened, "a machine took over", "1");
  await showList(opened, "Mine");
  await opened.locator("#list").getByText("These notes are kept by the extension").waitFor();
  await screenshot(opened, "extension");

  await opened.reload();
  await seeArticle(opened, KEEPER_TITLE);
  await opened.locator(".layers [data-id=mine] .count", { hasText: /^1$/ }).waitFor();

  await page.bringToFront();
  await page.goto(url);
  const again = await press();
  await seeArticle(again, KEEPER_TITLE);
  await again.locator(".layers [data-id=mine] .count", { hasText: /^1$/ }).waitFor();
  assert.deepEqual(problems, []);
});

test("in Firefox it is taken, and its own page reads an article", async (t) => {
  // Firefox gives each extension another address in each profile, and lets nobody but the system open it
  const address = "6a2d7a6e-3f2c-4c43-9d3c-0f8a3c1e5b11";
  const folder = join(DIST, "extension-firefox");
  const { id } = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")).browser_specific_settings.gecko;
  const page = await firefox(t, {
    args: ["-remote-allow-system-access"],
    extraPrefsFirefox: { "extensions.webextensions.uuids": JSON.stringify({ [id]: address }) },
  });
  if (!page) return t.skip("no Firefox here");
  assert.equal(await page.browser().installExtension(folder), id);
  page.goto(`moz-extension://${address}/index.html`).catch(() => {}); // of such an address it does not hear when it is loaded
  const heading = () => page.$eval(".sheet h1", (element) => element.textContent).catch(() => undefined);
  await soon(async () => assert.equal(await heading(), SAMPLE_TITLE), 60_000);
});

test("in Firefox its button annotates a strict page in place, and after a reload all is there", async (t) => {
  const page = await firefox(t, { args: ["-remote-allow-system-access"] });
  if (!page) return t.skip("no Firefox here");
  const server = createServer((_, response) => response.writeHead(200, STRICT).end(KEEPER));
  await new Promise((done) => server.listen(0, "127.0.0.1", () => done(undefined)));
  t.after(() => server.close());
  await page.setViewport({ width: 1280, height: 800 });
  const id = await page.browser().installExtension(join(DIST, "extension-firefox"));
  const url = `http://127.0.0.1:${/** @type {import("node:net").AddressInfo} */ (server.address()).port}/keeper`;
  await page.goto(url);
  // the button stands in the browser's own window, which a driver reaches when it is let
  const driver = /** @type {any} */ (page.browser()).connection;
  const { result: { contexts: [{ context }] } } = await driver.send("browsingContext.getTree", { "moz:scope": "chrome" });
  const press = async () => {
    const expression = `(() => { const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(id)}); extension.apiManager.global.browserActionFor(extension).triggerAction(window); })()`;
    const { result } = await driver.send("script.evaluate", { expression, target: { context }, awaitPromise: true });
    assert.equal(result.type, "success", JSON.stringify(result));
  };
  const words = (/** @type {string} */ prefix) =>
    page.evaluate((prefix) =>
      [...CSS.highlights].filter(([name]) => name.startsWith(prefix)).flatMap(([, highlight]) =>
        [.../** @type {Iterable<any>} */ (highlight)].map((range) => range.startContainer.data.slice(range.startOffset, range.endOffset))), prefix);
  const before = await page.evaluate(() => document.body.outerHTML);
  await press();
  await soon(async () => assert.ok((await words("postil-voice")).includes("“I have counted every ship that passed,”")), 60_000);
  await select(/** @type {any} */ (page), "a machine took over");
  // once the words are told, the key is Postil's
  await new Promise((done) => setTimeout(done, 500));
  await page.keyboard.press("1");
  await soon(async () => assert.deepEqual(await words("postil-tag-"), ["a machine took over"]));
  assert.equal(await page.evaluate(() => document.body.outerHTML), before);
  await page.goto(url);
  await press();
  await soon(async () => assert.deepEqual(await words("postil-tag-"), ["a machine took over"]), 60_000);
});

for (const browser of ["chromium", "firefox"]) {
  test(`its package for ${browser} holds all that it names, asks for the least, and fetches no code`, () => {
    const folder = join(DIST, `extension-${browser}`);
    const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));
    assert.deepEqual(manifest.permissions, ["activeTab", "scripting", "storage", "unlimitedStorage"]);
    assert.deepEqual([manifest.host_permissions, manifest.content_scripts], [undefined, undefined]);
    assert.doesNotMatch(JSON.stringify(manifest.content_security_policy), /'unsafe-/);
    const { service_worker, scripts = [service_worker] } = manifest.background;
    const page = readFileSync(join(folder, "index.html"), "utf8");
    const named = [...page.matchAll(/(?:src|href)="([^"#]+)"/g)].map(([, name]) => name);
    for (const file of [...Object.values(manifest.icons), ...scripts, ...named, "content.js", "PRIVACY.md"]) {
      assert.ok(existsSync(join(folder, String(file))), `${file} is missing`);
    }
    const scriptsThere = readdirSync(folder, { encoding: "utf8", recursive: true }).filter((name) => name.endsWith(".js"));
    for (const script of scriptsThere) {
      assert.doesNotMatch(readFileSync(join(folder, script), "utf8"), /import\(|importScripts|\beval\(|new Function/, script);
    }
  });
}

test("Mozilla's linter, as its store runs it, finds no error in the package, and warns of nothing", async () => {
  // @ts-expect-error -- it has no types
  const { default: linter } = await import("addons-linter");
  const folder = join(DIST, "extension-firefox");
  const instance = linter.createInstance({
    config: { _: [folder], logLevel: "fatal", stack: false, pretty: false, warningsAsErrors: false, metadata: false, output: "none", boring: true, selfHosted: false, shouldScanFile: () => true, enableBackgroundServiceWorker: false, minManifestVersion: 2, maxManifestVersion: 3, disableXpiAutoclose: true },
    runAsBinary: false,
  });
  const { errors, warnings, notices } = await instance.run({ ...console, log() {} });
  const told = (/** @type {any[]} */ messages) => messages.map(({ code, message, file }) => `${code} ${file}: ${message}`);
  assert.deepEqual([told(errors), told(warnings), told(notices)], [[], [], []]);
});
