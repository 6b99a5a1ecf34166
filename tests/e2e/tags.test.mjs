// The reader's tags: keys that stay, several on one passage, changed everywhere at once, and taken back.
import assert from "node:assert/strict";
import { test } from "node:test";
import { CLAIM, FERRY, FERRY_TITLE, KEEPER, KEEPER_TITLE } from "./articles.mjs";
import { axe } from "./harness.mjs";
import { openKeeper, openReader, painted, paste, placeOf, rows, seeArticle, selectByMouse, showList, soon, tag } from "./reader.mjs";

/** @typedef {import("playwright-core").Page} Page */

/** @param {Page} page @param {string[]} expected */
const seeTags = (page, expected) => soon(async () => assert.deepEqual(await rows(page, ".tags"), expected));

/** @param {Page} page */
const dialog = (page) => page.getByRole("dialog", { name: "Tags" });

/** The row of a tag in the dialog. @param {Page} page @param {string} name */
const tagRow = (page, name) => dialog(page).locator(`li[data-id="${name}"]`);

test("a tag keeps its key, after a reload and in another tab", async (t) => {
  const { page } = await openKeeper(t);
  await selectByMouse(page, CLAIM);
  await page.keyboard.press("+");
  await page.getByLabel("New tag").fill("lamps");
  await page.keyboard.press("Enter");
  for (const words of ["rowed ashore on Friday", "long overdue"]) await tag(page, words, "6");
  const other = await page.context().newPage();
  await other.goto(page.url());
  await seeArticle(other, KEEPER_TITLE);
  await showList(other, "Mine");
  for (const at of [page, other]) {
    await at.keyboard.press("s");
    const bar = at.getByRole("toolbar", { name: "Tag the selected passage" });
    await soon(async () => assert.match((await bar.getByRole("button").allInnerTexts()).slice(0, 6).join("|"), /^1\s*claim \/ check\|.*6\s*lamps$/s));
    await at.keyboard.press("Escape");
  }
});

test("a second tag on the same words joins the first, and its key again takes it back", async (t) => {
  const { page } = await openKeeper(t);
  await tag(page, CLAIM, "1");
  await tag(page, CLAIM, "2");
  await showList(page, "Mine");
  await seeTags(page, ["claim / check, source"]);
  await selectByMouse(page, CLAIM);
  const pressed = page.getByRole("toolbar").locator("[aria-pressed=true]");
  assert.equal(await pressed.count(), 2, "the bar shows what it has");
  await page.keyboard.press("1");
  await seeTags(page, ["source"]);
  await selectByMouse(page, CLAIM);
  await page.keyboard.press("2");
  await seeTags(page, []);
});

test("passages inside one another are all painted, and a click again reaches each", async (t) => {
  const { page } = await openKeeper(t);
  await tag(page, CLAIM, "1");
  await selectByMouse(page, "machine");
  await page.keyboard.press("2");
  await soon(async () => assert.deepEqual(await painted(page, "postil-second-"), ["machine"]));
  assert.deepEqual(await painted(page, "postil-tag-"), ["a ", "machine", " took over the lamp"]);
  const { middle } = await placeOf(page, "machine");
  const card = page.locator("#card section").first();
  await page.mouse.click(middle.x, middle.y);
  await soon(async () => assert.match(await card.innerText(), /source/));
  await page.mouse.click(middle.x, middle.y);
  await soon(async () => assert.match(await card.innerText(), /claim/));
});

test("a name and the whole article are tagged by the same keys", async (t) => {
  const { page } = await openKeeper(t);
  await showList(page, "Mine");
  await page.keyboard.press("j");
  await page.keyboard.press("3");
  await seeTags(page, ["context"]);
  await page.keyboard.press("4");
  await seeTags(page, ["context, figure"]);
  await page.keyboard.press("Escape");
  await page.keyboard.press("a");
  await page.keyboard.press("5");
  await seeTags(page, ["opinion", "context, figure"]);
  assert.match((await rows(page, "q"))[0] ?? "", /The whole article/);
});

test("a comment is tagged by the same keys", async (t) => {
  const { page } = await openReader(t);
  await showList(page, "Comments");
  await page.locator("#list li button").first().click();
  await page.keyboard.press("1");
  await showList(page, "Mine");
  await seeTags(page, ["claim / check"]);
});

test("a tag is renamed, recoloured, merged and deleted in all articles, each as one step", async (t) => {
  const { page } = await openKeeper(t);
  await tag(page, CLAIM, "2");
  await tag(page, "long overdue", "3");
  await paste(page, { text: FERRY });
  await seeArticle(page, FERRY_TITLE);
  await tag(page, "given soup and blankets", "2");
  await showList(page, "Mine");
  await page.keyboard.press("t");
  await soon(async () => assert.match(await tagRow(page, "source").innerText(), /2 passages/));
  await tagRow(page, "source").getByLabel("Name").fill("origin/press");
  await page.keyboard.press("Enter");
  await seeTags(page, ["origin/press"]);
  await tagRow(page, "origin/press").getByLabel("Colour").selectOption("teal");
  await tagRow(page, "origin/press").getByLabel("Key").selectOption("9");
  await soon(async () => assert.equal(await tagRow(page, "origin/press").getByLabel("Key").inputValue(), "9"));
  await axe(page);
  await tagRow(page, "origin/press").getByLabel("Name").fill("context");
  await page.keyboard.press("Tab");
  await soon(async () => assert.match(await tagRow(page, "context").innerText(), /3 passages/));
  await dialog(page).getByRole("button", { name: /^Undo: Tag origin\/press is now context/ }).click();
  await soon(async () => assert.match(await tagRow(page, "origin/press").innerText(), /2 passages/));
  await tagRow(page, "origin/press").getByRole("button", { name: "Delete" }).click();
  await seeTags(page, ["note"]); // the passage stays marked
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+z");
  await seeTags(page, ["origin/press"]);
  await paste(page, { html: KEEPER });
  await seeArticle(page, KEEPER_TITLE);
  await showList(page, "Mine");
  await seeTags(page, ["origin/press", "context"]);
});

test("each message takes back its own step, after another article was opened too", async (t) => {
  const { page, watch } = await openKeeper(t);
  await tag(page, CLAIM, "1");
  await tag(page, "long overdue", "2");
  await showList(page, "Mine");
  watch.agree(/^Delete all 2 passages/);
  await page.getByRole("button", { name: "Delete all" }).click();
  await seeTags(page, []);
  await page.getByText("Deleted all 2 passages").waitFor();
  await paste(page, { text: FERRY });
  await seeArticle(page, FERRY_TITLE);
  await tag(page, "given soup and blankets", "3");
  await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
  await page.getByText("Taken back: Deleted all 2 passages").waitFor();
  await showList(page, "Mine");
  await seeTags(page, ["context"]);
  await paste(page, { html: KEEPER });
  await seeArticle(page, KEEPER_TITLE);
  await showList(page, "Mine");
  await seeTags(page, ["claim / check", "source"]);
});

test("a library whose tags had no keys opens with those of its order", async (t) => {
  const { page } = await openKeeper(t);
  for (const words of [CLAIM, "long overdue"]) await tag(page, words, "4");
  await page.waitForTimeout(300);
  await page.evaluate(() => new Promise((done) => {
    const opening = indexedDB.open("postil");
    opening.onsuccess = () => {
      const clearing = opening.result.transaction("tags", "readwrite").objectStore("tags").clear();
      clearing.onsuccess = () => { opening.result.close(); done(null); };
    };
  }));
  await page.reload();
  await seeArticle(page, KEEPER_TITLE);
  await selectByMouse(page, "rowed ashore on Friday");
  await soon(async () => assert.match(await page.getByRole("toolbar").getByRole("button").first().innerText(), /1\s*figure/));
});
