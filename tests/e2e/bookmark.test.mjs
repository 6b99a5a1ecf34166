// The bookmark: what stands on the page at hand is opened in Postil beside it, or copied where a site keeps its pages apart.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { test } from "node:test";
import { KEEPER, KEEPER_TITLE, SAMPLE_TITLE } from "./articles.mjs";
import { firefox } from "./firefox.mjs";
import { DIST, axe, screenshot } from "./harness.mjs";
import { Host } from "./host.mjs";
import { openReader, seeArticle, soon } from "./reader.mjs";

/** @typedef {import("playwright-core").Page} Page */

const SITE = "https://tidal-post.example/";

/** The page as its scripts left it: half of the article stands in a shadow root, and came after it was loaded. */
const MADE_BY_SCRIPTS = KEEPER.replace(/<h2>[^]*<\/article>/, '<div id="late"></div></article>').replace(
  "</body>",
  `<script>
    const root = document.querySelector("#late").attachShadow({ mode: "open" });
    const words = document.createElement("p");
    words.textContent = "The tower will be let to bird-watchers from Norway in May, who bring their own candles and take their litter home again.";
    root.append(words);
    customElements.define("own-element", class extends HTMLElement { constructor() { super(); window.made = (window.made ?? 0) + 1; } });
  </script><own-element></own-element></body>`,
);

/**
 * The page of a paper, with the code that the bookmark runs there.
 * @param {import("node:test").TestContext} t @param {Record<string, string>} headers
 */
async function atHand(t, headers = {}) {
  const { page: postil, watch, site } = await openReader(t, { path: "" });
  const context = postil.context();
  watch.expect(/request to elsewhere: https:\/\/tidal-post\.example\//);
  await postil.goto(`${site.base}bookmark.html`);
  const link = postil.getByRole("link", { name: "Open in Postil" });
  const address = (await link.getAttribute("href")) ?? "";
  assert.match(address, /^javascript:/);
  const page = await context.newPage();
  await page.route(`${SITE}**`, (route) => route.fulfill({ body: MADE_BY_SCRIPTS, contentType: "text/html; charset=utf-8", headers }));
  await page.goto(`${SITE}keeper?page=1`);
  /** @returns {Promise<Page>} the tab that it opens */
  const press = async () => {
    const [opened] = await Promise.all([context.waitForEvent("page"), page.evaluate(decodeURIComponent(address.slice("javascript:".length)))]);
    return opened;
  };
  return { page, press, context, site, postil };
}

test("the page at hand is opened beside it, as it stands there, and left as it was", async (t) => {
  const { page, press } = await atHand(t);
  const before = await page.evaluate(() => [document.documentElement.innerHTML, /** @type {any} */ (window).made, Object.keys(window).length]);
  const opened = await press();
  await seeArticle(opened, KEEPER_TITLE);
  await opened.locator(".sheet").getByText("The tower will be let to bird-watchers").waitFor();
  assert.equal(new URL(opened.url()).search, "");
  assert.match(opened.url(), /tidal-post\.example/, "it is known by its address");
  assert.deepEqual(await page.evaluate(() => [document.documentElement.innerHTML, /** @type {any} */ (window).made, Object.keys(window).length]), before);
  await opened.reload();
  await seeArticle(opened, KEEPER_TITLE);
});

test("nobody but the page that opened it, with the nonce that it gave, hands anything over", async (t) => {
  const { page, site } = await atHand(t);
  const [opened] = await Promise.all([page.context().waitForEvent("page"), page.evaluate((home) => {
    const other = window.open(`${home}?from=right`);
    // knocks until it is heard, with a wrong nonce; and says that it is another site when the right one is due
    const html = "<article><h1>Not this one</h1><p>It was not handed over by whoever opened the page.</p></article>";
    const knock = setInterval(() => other?.postMessage({ postil: "wrong", html, url: location.href }, "*"), 20);
    addEventListener("message", ({ data }) => {
      if (data?.postil !== "right") return;
      setTimeout(() => {
        clearInterval(knock);
        other?.postMessage({ postil: "right", html: document.documentElement.outerHTML, url: "https://another.example/lamp" }, "*");
      }, 500);
    });
  }, site.base)]);
  await seeArticle(opened, KEEPER_TITLE);
  assert.doesNotMatch(opened.url(), /another\.example/);
});

test("where a site keeps its pages apart, a second press copies the page", async (t) => {
  const { page, press, context, site } = await atHand(t, { "cross-origin-opener-policy": "same-origin" });
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: site.origin });
  const first = await press();
  await first.getByText("That site keeps its pages apart from others").waitFor();
  await seeArticle(first, SAMPLE_TITLE);
  await page.bringToFront();
  const second = await press();
  await second.getByText("The article is on the clipboard").waitFor();
  await seeArticle(second, SAMPLE_TITLE);
  await second.bringToFront();
  await second.keyboard.press("Control+v");
  await seeArticle(second, KEEPER_TITLE);
  await second.locator(".sheet").getByText("The tower will be let to bird-watchers").waitFor();
});

test("a page that never answers is not waited for", async (t) => {
  const { page, site } = await atHand(t);
  const [opened] = await Promise.all([context(page).waitForEvent("page"), page.evaluate((home) => void window.open(`${home}?from=silence`), site.base)]);
  await soon(() => opened.getByText("That site keeps its pages apart from others").waitFor({ timeout: 1_000 }), 20_000);
  await seeArticle(opened, SAMPLE_TITLE);
});

/** @param {Page} page */
const context = (page) => page.context();

test("its own page says how, and does nothing when it is pressed there", async (t) => {
  const { postil } = await atHand(t);
  await postil.bringToFront();
  await axe(postil);
  await postil.getByRole("link", { name: "Open in Postil" }).click();
  await postil.getByText("It works from the bookmarks bar").waitFor();
  await screenshot(postil, "bookmark");
});

test("in Firefox the page at hand is opened, as it stands there", async (t) => {
  const page = await firefox(t);
  if (!page) return t.skip("no Firefox here");
  const host = await new Host(DIST).start(t);
  const server = createServer((_, response) => response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(MADE_BY_SCRIPTS));
  await new Promise((done) => server.listen(0, "127.0.0.1", () => done(undefined)));
  t.after(() => server.close());
  await page.goto(`${host.base}bookmark.html`);
  const address = (await page.$eval("a.bookmark", (link) => link.getAttribute("href"))) ?? "";
  await page.goto(`http://127.0.0.1:${/** @type {import("node:net").AddressInfo} */ (server.address()).port}/keeper`);
  const before = await page.evaluate(() => document.documentElement.innerHTML);
  const opening = new Promise((/** @type {(opened: import("puppeteer-core").Page | null) => void} */ found) => page.once("popup", found));
  // as a press of the bookmark runs it; what it opens is not kept back, as that follows a press
  await page.click("h1");
  await page.evaluate(decodeURIComponent(address.slice("javascript:".length)));
  const opened = (await opening) ?? assert.fail("nothing was opened");
  const heading = () => opened.$eval(".sheet h1", (element) => element.textContent).catch(() => undefined);
  await soon(async () => assert.equal(await heading(), KEEPER_TITLE), 60_000);
  assert.match(await opened.$eval(".sheet", (element) => element.textContent ?? ""), /The tower will be let to bird-watchers/);
  assert.equal(await page.evaluate(() => document.documentElement.innerHTML), before);
});
