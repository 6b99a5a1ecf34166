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

/** The strictest page: nothing may run, be fetched, framed or opened by it. */
const STRICT = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy": "default-src 'none'; sandbox; frame-ancestors 'none'; require-trusted-types-for 'script'",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
};

/** Chromium with the extension in it, and a page of a paper. @param {import("node:test").TestContext} t */
async function begin(t) {
  const server = createServer((_, response) => response.writeHead(200, STRICT).end(KEEPER));
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
  /** Presses the extension's button on the page, as a reader does, and gives the tab that it opens. */
  const press = async () => {
    const { targetInfos } = await browser.send("Target.getTargets", { filter: [{ type: "tab", exclude: false }] });
    const target = targetInfos.find((/** @type {any} */ info) => info.url === url);
    const [opened] = await Promise.all([
      context.waitForEvent("page", (tab) => tab.url().startsWith("chrome-extension:")),
      browser.send("Extensions.triggerAction", { id, targetId: target.targetId }),
    ]);
    return opened;
  };
  return { page, press, url, id };
}

test("its button opens the page at hand, and what is noted there is kept", async (t) => {
  const { page, press, url, id } = await begin(t);
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

for (const browser of ["chromium", "firefox"]) {
  test(`its package for ${browser} holds all that it names, asks for the least, and fetches no code`, () => {
    const folder = join(DIST, `extension-${browser}`);
    const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));
    assert.deepEqual(manifest.permissions, ["activeTab", "scripting", "unlimitedStorage"]);
    assert.deepEqual([manifest.host_permissions, manifest.content_scripts], [undefined, undefined]);
    assert.doesNotMatch(JSON.stringify(manifest.content_security_policy), /'unsafe-/);
    const { service_worker, scripts = [service_worker] } = manifest.background;
    const page = readFileSync(join(folder, "index.html"), "utf8");
    const named = [...page.matchAll(/(?:src|href)="([^"#]+)"/g)].map(([, name]) => name);
    for (const file of [...Object.values(manifest.icons), ...scripts, ...named, "PRIVACY.md"]) {
      assert.ok(existsSync(join(folder, String(file))), `${file} is missing`);
    }
    const scriptsThere = readdirSync(folder, { encoding: "utf8", recursive: true }).filter((name) => name.endsWith(".js"));
    for (const script of scriptsThere) {
      assert.doesNotMatch(readFileSync(join(folder, script), "utf8"), /import\(|importScripts|\beval\(|new Function/, script);
    }
  });
}
