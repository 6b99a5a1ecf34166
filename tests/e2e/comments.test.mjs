// What readers answered: their comments sorted, tied to passages, and their quotations checked.
import assert from "node:assert/strict";
import { test } from "node:test";
import { KEEPER, KEEPER_COMMENTS, KEEPER_TITLE } from "./articles.mjs";
import { axe } from "./harness.mjs";
import { focused, layer, openReader, painted, paste, rows, seeArticle, showList, soon, tag } from "./reader.mjs";

/** @typedef {import("playwright-core").Page} Page */

const COUNTED = "I have counted every ship that passed";
const MACHINE = "The machine will not count them";

/** The keeper's article with its comments listed. @param {import("node:test").TestContext} t @param {import("./harness.mjs").PageOptions} [options] */
async function openComments(t, options) {
  const opened = await openReader(t, options);
  await paste(opened.page, { html: KEEPER_COMMENTS });
  await seeArticle(opened.page, KEEPER_TITLE);
  const lists = opened.page.getByRole("button", { name: "Lists" });
  if (await lists.isVisible()) await lists.click();
  await showList(opened.page, "Comments");
  return opened;
}

/** @param {Page} page @param {string} author */
const row = (page, author) => page.locator("#list li", { has: page.locator("b", { hasText: author }) }).first();

/** @param {Page} page @param {string} order */
const sort = (page, order) => page.getByRole("group", { name: "Order of the comments" }).getByRole("button", { name: order });

/** @param {Page} page @param {string} name */
const count = (page, name) => page.locator(".sheet").getByRole("button", { name });

/** @param {Page} page */
const authors = (page) => page.locator("#list li b:first-child").evaluateAll((all) => all.filter((b) => b.parentElement?.tagName === "BUTTON").map((b) => b.textContent));

test("a comment says what it is tied to, and shows where it quotes otherwise", async (t) => {
  const { page } = await openComments(t);
  assert.deepEqual(await row(page, "gull").locator(".how").allInnerTexts(), ["Not quite what Anna Torvald said in paragraph 2:"]);
  const difference = row(page, "gull").locator(".differs");
  assert.equal((await difference.innerText()).replaceAll(/[“”]/g, ""), "I had have counted every ship that passed");
  assert.deepEqual((await difference.locator("del").allTextContents()).map((words) => words.trim()), ["had"]);
  assert.deepEqual((await difference.locator("ins").allTextContents()).map((words) => words.trim()), ["have"]);
  assert.deepEqual(await row(page, "cormorant").locator(".how").allInnerTexts(), Array(2).fill("Anna Torvald, paragraph 2, word for word"));
  assert.deepEqual(await row(page, "puffin").locator(".how").allInnerTexts(), ["The quotation is not from this article"]);
  assert.deepEqual(await row(page, "mole").locator(".how").allInnerTexts(), []);
  const hue = (/** @type {import("playwright-core").Locator} */ at) => at.evaluate((element) => getComputedStyle(element).color);
  assert.equal(await hue(row(page, "gull").locator(".how b")), await hue(page.locator(".gloss b", { hasText: "Anna Torvald" }).first()));
});

test("what stands before the first word that a quotation has in common is shown with it", async (t) => {
  const { page } = await openReader(t);
  await showList(page, "Comments");
  const difference = row(page, "jetty_cat").locator(".differs");
  assert.equal(await difference.textContent(), "would I will not apologise for closing the a bridge");
  assert.deepEqual(await difference.locator("ins").allTextContents(), ["I", "will not", "a"]);
});

test("choosing a comment marks the passages that it answers, and brings the first into view", async (t) => {
  const { page } = await openComments(t, { viewport: { width: 1280, height: 420 } });
  await row(page, "cormorant").getByRole("button").click();
  await soon(async () => assert.deepEqual((await painted(page, "postil-chosen")).slice(0, 2), [COUNTED, MACHINE]));
  assert.match((await painted(page, "postil-chosen"))[2] ?? "", /^“The machine will not count them” is the best line/);
  const inView = await page.locator(".sheet p", { hasText: COUNTED }).first().evaluate((p) => {
    const box = p.getBoundingClientRect();
    return box.top > 40 && box.top < innerHeight;
  });
  assert.ok(inView, "the passage is in the window");
  await page.keyboard.press("Escape");
  await soon(async () => assert.deepEqual(await painted(page, "postil-chosen"), []));
});

test("comments are sorted by thread, time and place", async (t) => {
  const { page } = await openComments(t);
  assert.deepEqual(await authors(page), ["gull", "mole", "puffin", "cormorant"]);
  assert.equal(await sort(page, "Thread").getAttribute("aria-pressed"), "true");
  await sort(page, "Time").click();
  await soon(async () => assert.deepEqual(await authors(page), ["cormorant", "gull", "puffin", "mole"]));
  assert.match(await row(page, "mole").innerText(), /answers gull/);
  assert.equal(await page.locator("#list .reply").count(), 0);
  await sort(page, "Place").focus();
  await page.keyboard.press("Enter");
  await soon(async () => assert.deepEqual(await authors(page), ["gull", "mole", "cormorant", "puffin"]));
  assert.match(await focused(page), /^Place in the article/);
  await paste(page, { html: KEEPER });
  await soon(async () => assert.equal(await page.getByRole("group", { name: "Order of the comments" }).count(), 0));
});

test("the margin counts the comments that answer a passage, and steps through them", async (t) => {
  const { page } = await openComments(t);
  await showList(page, "Voices");
  const two = count(page, "2 comments answer this");
  assert.deepEqual([await two.innerText(), await count(page, "1 comment answers this").innerText()], ["2", "1"]);
  const beside = await page.evaluate((words) => {
    const button = document.querySelector(".sheet .answers")?.getBoundingClientRect();
    const text = [...document.querySelectorAll(".sheet .col p")].find((p) => p.textContent?.includes(words))?.getBoundingClientRect();
    return button && text && Math.abs(button.top - text.top) < 12 && button.left >= text.right;
  }, COUNTED);
  assert.ok(beside, "the count stands beside its line");
  await two.click();
  await soon(async () => assert.equal(await page.locator("#list [aria-current=true] > b").innerText(), "gull"));
  assert.equal(await page.getByRole("tab", { selected: true }).innerText(), "Comments");
  assert.equal(await two.getAttribute("aria-current"), "true");
  await two.focus();
  await page.keyboard.press("Enter");
  await soon(async () => assert.equal(await page.locator("#list [aria-current=true] > b").innerText(), "cormorant"));
  await page.getByLabel("Find in this list").fill("foghorn");
  await soon(async () => assert.deepEqual(await authors(page), ["puffin"]));
  await two.click();
  await soon(async () => assert.equal(await page.locator("#list [aria-current=true] > b").innerText(), "gull"), 3_000);
  await layer(page, "Comments").click();
  assert.equal(await page.locator(".sheet .answers").count(), 0);
});

test("comments that loaded late come with a second copy, and what was tagged stays", async (t) => {
  const { page } = await openReader(t);
  await paste(page, { html: KEEPER });
  await seeArticle(page, KEEPER_TITLE);
  await tag(page, "a machine took over the lamp", "1");
  await showList(page, "Comments");
  await page.getByText("Many sites load them late").waitFor();
  await paste(page, { html: KEEPER_COMMENTS });
  await soon(async () => assert.deepEqual(await authors(page), ["gull", "mole", "puffin", "cormorant"]));
  assert.deepEqual(await rows(page, ".differs"), [await row(page, "gull").locator(".differs").innerText()]);
  await soon(async () => assert.deepEqual(await painted(page, "postil-tag-"), ["a machine took over the lamp"]));
  assert.equal(await count(page, "2 comments answer this").isVisible(), true);
});

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  for (const width of [1500, 1100, 390]) {
    test(`axe finds nothing in a thread, ${colorScheme}, ${width} pixels wide`, async (t) => {
      const { page } = await openComments(t, { colorScheme, viewport: { width, height: 800 } });
      await axe(page);
      await row(page, "cormorant").getByRole("button").click();
      await soon(async () => assert.ok((await painted(page, "postil-chosen")).length > 0));
      await axe(page);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.equal(overflow, 0, "nothing sticks out");
      if (width === 390) {
        await count(page, "2 comments answer this").click();
        await soon(async () => assert.equal(await page.locator("#list [aria-current=true] > b").isVisible(), true));
        const above = await page.evaluate((words) => {
          const drawer = document.querySelector(".panel")?.getBoundingClientRect();
          const text = [...document.querySelectorAll(".sheet p")].find((p) => p.textContent?.includes(words))?.getBoundingClientRect();
          return drawer && text && text.top > 90 && text.top < drawer.top;
        }, COUNTED);
        assert.ok(above, "the passage stands above the drawer");
        await axe(page);
      }
    });
  }
}
