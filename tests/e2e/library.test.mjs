// The library: found again, narrowed, opened at the passage, removed and put back, saved and restored; by keyboard, and on a phone.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { FERRY, FERRY_TITLE, KEEPER, KEEPER_TITLE } from "./articles.mjs";
import { axe, screenshot } from "./harness.mjs";
import { openReader, painted, paste, seeArticle, soon, tag } from "./reader.mjs";

const CLAIM = "a machine took over the lamp";
const SHIPS = "I have counted every ship that passed";
const SOUP = "given soup and blankets";

/** @typedef {import("playwright-core").Page} Page */

/** Two articles with three passages. @param {import("node:test").TestContext} t @param {import("./harness.mjs").PageOptions} [options] */
async function openKept(t, options) {
  const opened = await openReader(t, options);
  const { page } = opened;
  await paste(page, { html: KEEPER });
  await seeArticle(page, KEEPER_TITLE);
  await tag(page, CLAIM, "1");
  await tag(page, SHIPS, "2");
  await paste(page, { text: FERRY });
  await seeArticle(page, FERRY_TITLE);
  await tag(page, SOUP, "1");
  return opened;
}

/** @param {Page} page */
async function showLibrary(page) {
  await page.getByRole("button", { name: "Library" }).click();
  await page.getByLabel("Search the library").waitFor();
}

/** @param {Page} page */
const titles = (page) => page.locator("#library-rows h3").allInnerTexts();

/** @param {Page} page */
const passages = (page) => page.locator("#library-rows .pas p:first-child").allInnerTexts();

/** @param {Page} page @param {RegExp} name */
const show = (page, name) => page.getByRole("group", { name: "Show" }).getByRole("button", { name }).click();

test("all articles and passages are in one place, searched and narrowed", async (t) => {
  const { page } = await openKept(t);
  await showLibrary(page);
  await soon(async () => assert.deepEqual(await titles(page), [FERRY_TITLE, KEEPER_TITLE]));
  assert.match(await page.locator(".art").nth(1).innerText(), /The Tidal Post · Ada Brook[^]*2 passages[^]*claim \/ check 1[^]*source 1/);
  await axe(page);
  await show(page, /Passages/);
  assert.deepEqual(await passages(page), [SOUP, CLAIM, SHIPS]);
  await page.keyboard.press("/");
  await page.keyboard.type("torvald ship");
  await soon(async () => assert.deepEqual(await passages(page), [SHIPS]));
  assert.deepEqual(await page.locator(".pas mark").allInnerTexts(), ["ship"]);
  assert.equal(await page.locator(".pas .gloss").innerText(), "Anna Torvald");
  assert.match(await page.locator(".pas .how").innerText(), /source · quote/);
  await axe(page);
  await page.getByLabel("Search the library").fill("");
  await page.getByLabel("Tag", { exact: true }).selectOption("claim / check");
  await soon(async () => assert.deepEqual(await passages(page), [SOUP, CLAIM]));
  await page.getByLabel("Site", { exact: true }).selectOption("The Tidal Post");
  await soon(async () => assert.deepEqual(await passages(page), [CLAIM]));
  await page.getByLabel("Tag", { exact: true }).selectOption("");
  await page.getByLabel("Kind", { exact: true }).selectOption("quote");
  await soon(async () => assert.deepEqual(await passages(page), [SHIPS]));
  await page.getByLabel("Search the library").fill("zebra");
  await page.getByText("Nothing that is kept matches that.").waitFor();
});

test("a passage leads to its place in its article, by keyboard alone", async (t) => {
  const { page } = await openKept(t);
  await page.getByRole("button", { name: "Library" }).focus();
  await page.keyboard.press("Enter");
  await soon(async () => assert.equal(await page.evaluate(() => document.activeElement?.id), "library-words"));
  await page.keyboard.type("counted every");
  await show(page, /Passages/);
  await soon(async () => assert.deepEqual(await passages(page), [SHIPS]));
  await page.locator("#library-rows .pas a").focus();
  await page.keyboard.press("Enter");
  await seeArticle(page, KEEPER_TITLE);
  assert.equal(await page.locator("#library").isVisible(), false);
  await soon(async () => assert.deepEqual(await painted(page, "postil-chosen"), [SHIPS]));
});

test("an article is removed with a question, and put back", async (t) => {
  const { page, watch } = await openKept(t);
  await showLibrary(page);
  watch.agree(/^Remove “Last keeper leaves Gannet Rock” from the library, with your 2 passages in it\?/);
  await page.getByRole("button", { name: `Remove “${KEEPER_TITLE}”` }).click();
  await soon(async () => assert.deepEqual(await titles(page), [FERRY_TITLE]));
  await page.getByRole("button", { name: "Put it back" }).click();
  await soon(async () => assert.deepEqual(await titles(page), [FERRY_TITLE, KEEPER_TITLE]));
  await page.getByRole("link", { name: KEEPER_TITLE }).click();
  await seeArticle(page, KEEPER_TITLE);
  await soon(async () => assert.deepEqual((await painted(page, "postil-tag-")).sort(), [SHIPS, CLAIM]));
});

test("the whole library is saved as one file, and comes back in another browser", async (t) => {
  const { page } = await openKept(t);
  await showLibrary(page);
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save all as one file" }).click()]);
  assert.match(file.suggestedFilename(), /^postil-library-\d{4}-\d\d-\d\d\.jsonld$/);
  const text = await readFile(await file.path(), "utf8");
  const { page: other } = await openReader(t);
  await showLibrary(other);
  await other.getByText("Nothing is kept yet.").waitFor();
  const [chooser] = await Promise.all([other.waitForEvent("filechooser"), other.getByRole("button", { name: "Import…" }).click()]);
  await chooser.setFiles({ name: "library.jsonld", mimeType: "application/ld+json", buffer: Buffer.from(text) });
  await soon(async () => assert.deepEqual(await titles(other), [FERRY_TITLE, KEEPER_TITLE]));
  await other.getByRole("link", { name: KEEPER_TITLE }).click();
  await seeArticle(other, KEEPER_TITLE);
  await soon(async () => assert.deepEqual((await painted(other, "postil-tag-")).sort(), [SHIPS, CLAIM]));
});

test("imported passages of an article that was not opened yet are there", async (t) => {
  const { page } = await openReader(t);
  await showLibrary(page);
  const source = "https://tidal-post.example/other";
  const row = { id: "x1", uri: source, text: "why?", tags: ["lamp"], document: { title: ["Lamp oil runs out"] }, target: [{ source, selector: [{ type: "TextQuoteSelector", exact: "no oil in the lamp" }] }] };
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: "Import…" }).click()]);
  await chooser.setFiles({ name: "h.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify({ rows: [row] })) });
  await soon(async () => assert.deepEqual(await titles(page), ["Lamp oil runs out"]));
  assert.match(await page.locator(".art").innerText(), /tidal-post\.example · imported, not opened here yet[^]*1 passage, 1 note/);
});

for (const [name, options] of /** @type {[string, import("./harness.mjs").PageOptions][]} */ ([
  ["wide", {}],
  ["dark", { colorScheme: "dark" }],
  ["narrow", { viewport: { width: 390, height: 844 } }],
])) {
  test(`it reads well: ${name}`, async (t) => {
    const { page } = await openKept(t, options);
    await showLibrary(page);
    await soon(async () => assert.equal((await titles(page)).length, 2));
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, "nothing is cut off at the side");
    await axe(page);
    await screenshot(page, `library-${name}`);
    await show(page, /Passages/);
    await soon(async () => assert.equal((await passages(page)).length, 3));
    await screenshot(page, `library-passages-${name}`);
  });
}
