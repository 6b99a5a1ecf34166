// Everything by keyboard: reaching it, reading with it, marking with it, and where the focus goes.
import assert from "node:assert/strict";
import { test } from "node:test";
import { KEEPER_TITLE } from "./articles.mjs";
import { focused, layer, openKeeper, painted, rows, seeArticle, soon } from "./reader.mjs";

/** @typedef {import("playwright-core").Page} Page */

/** @param {Page} page @param {string[]} keys */
async function press(page, ...keys) {
  for (const key of keys) await page.keyboard.press(key);
}

/** @param {Page} page */
const selection = (page) => page.evaluate(() => String(getSelection()));

/** @param {Page} page */
const card = (page) => page.getByRole("group", { name: "Details" });

/** Whether what has the focus shows it. @param {Page} page */
const isFocusSeen = (page) =>
  page.evaluate(() => {
    const element = document.activeElement ?? document.body;
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 && box.width > 0 && box.bottom > 0 && box.top < innerHeight;
  });

test("Tab goes through the bar, the article and the lists, and shows where it is", async (t) => {
  const { page } = await openKeeper(t);
  /** @type {string[]} */
  const way = [];
  for (let steps = 0; steps < 40; steps += 1) {
    await press(page, "Tab");
    const now = await focused(page);
    if (now === "nothing") break;
    way.push(now.replaceAll(/ \d+$/g, ""));
    assert.ok(await isFocusSeen(page), `the focus is seen on ${now}`);
  }
  assert.deepEqual(way.slice(0, 9), ["Skip to the article", "Postil", "Quotes", "Names", "Comments", "Mine", "Library", "Find /", "Open article"]);
  const places = ["Anna Torvald 87 %", "the plan for the lamp", "#tab-voices", "Find in this list", "#list", "Anna Torvald"].map((name) => way.indexOf(name));
  assert.ok(places.every((place, n) => place > (places[n - 1] ?? 0)), way.join(" → "));
  assert.equal(way.includes("#tab-names"), false, "a tab list is one stop");
});

test("the skip link leads to the article", async (t) => {
  const { page } = await openKeeper(t);
  await press(page, "Tab", "Enter");
  assert.equal(await focused(page), "#read");
  await press(page, "Tab");
  assert.equal(await focused(page), "Anna Torvald 87 %");
  await page.reload();
  await seeArticle(page, KEEPER_TITLE);
});

test("arrows change the list, and a row is chosen with Enter", async (t) => {
  const { page } = await openKeeper(t);
  await press(page, "/");
  assert.equal(await focused(page), "Find in this list");
  await press(page, "Shift+Tab", "ArrowRight");
  assert.equal(await focused(page), "#tab-names");
  assert.equal(await page.getByRole("tab", { selected: true }).innerText(), "Names");
  await press(page, "ArrowLeft", "ArrowLeft");
  assert.equal(await focused(page), "#tab-mine");
  await press(page, "ArrowRight", "ArrowRight", "Tab");
  // behind the buttons for kinds of names
  for (let steps = 0; steps < 12 && !/^Anna Torvald/.test(await focused(page)); steps += 1) await press(page, "Tab");
  assert.match(await focused(page), /^Anna Torvald/);
  await press(page, "Enter");
  await soon(async () => assert.deepEqual(await painted(page, "postil-chosen"), ["Anna Torvald"]));
  assert.match(await focused(page), /^Anna Torvald/);
});

test("Space switches a layer", async (t) => {
  const { page } = await openKeeper(t);
  await layer(page, "Quotes").focus();
  await press(page, "Space");
  assert.deepEqual(await painted(page, "postil-voice-"), []);
  assert.match(await focused(page), /^Quotes/);
});

test("J and K go from mark to mark with their cards, Escape lets go", async (t) => {
  const { page } = await openKeeper(t);
  /** @type {string[]} */
  const seen = [];
  for (let steps = 0; steps < 30 && !seen.includes("“I have counted every ship that passed,”"); steps += 1) {
    await press(page, "j");
    const [now] = await painted(page, "postil-chosen");
    seen.push(now ?? "");
    assert.equal(await card(page).isVisible(), true);
  }
  assert.match(await card(page).innerText(), /Anna Torvald/);
  assert.match((await page.locator("#live").textContent()) ?? "", /Anna Torvald/, "the card is read out");
  await press(page, "k");
  assert.deepEqual(await painted(page, "postil-chosen"), [seen.at(-2)]);
  await press(page, "Escape");
  assert.equal(await card(page).isVisible(), false);
  assert.deepEqual(await painted(page, "postil-chosen"), []);
});

test("a sentence is selected, changed by words, tagged, and the tag undone", async (t) => {
  const { page } = await openKeeper(t);
  await press(page, "s");
  assert.equal(await selection(page), KEEPER_TITLE);
  await press(page, "s", "s");
  assert.equal(await selection(page), "“I have counted every ship that passed,” said Anna Torvald, the keeper.");
  await press(page, "Shift+S");
  assert.match(await selection(page), /^The last keeper of the Gannet Rock light.*took over the lamp\.$/);
  await press(page, "Shift+ArrowLeft", "Shift+ArrowLeft", "Shift+ArrowLeft");
  const shorter = await selection(page);
  assert.match(shorter, /^The last keeper.*took over\s*$|^The last keeper.*took over the\s*$/);
  await press(page, "Shift+ArrowRight");
  assert.ok((await selection(page)).length > shorter.length);
  await press(page, "2");
  const [tagged] = await soon(async () => {
    const words = await painted(page, "postil-tag-");
    assert.equal(words.length, 1);
    return words;
  });
  assert.match(tagged, /^The last keeper of the Gannet Rock light/);
  assert.equal(await focused(page), "#read");
  await press(page, "Control+z");
  await soon(async () => assert.deepEqual(await painted(page, "postil-tag-"), []));
  await press(page, "Control+Shift+z");
  await soon(async () => assert.deepEqual(await painted(page, "postil-tag-"), [tagged]));
});

test("a note and a new tag by keyboard alone", async (t) => {
  const { page } = await openKeeper(t);
  await press(page, "s", "n");
  assert.equal(await focused(page), "Note");
  await page.keyboard.type("Where is it?");
  await press(page, "Tab");
  assert.equal(await focused(page), "Save");
  await press(page, "Enter");
  await soon(async () => assert.match(await page.locator(".note").innerText(), /Where is it\?/));
  assert.equal(await focused(page), "#read", "back to the article");
  await press(page, "s", "s", "+");
  assert.equal(await focused(page), "New tag");
  await page.keyboard.type("n j s 1");
  await press(page, "Enter");
  await soon(async () => assert.match((await page.locator(".note").allInnerTexts()).join(), /n j s 1/));
  await press(page, "s", "+", "Escape");
  assert.equal(await page.getByRole("toolbar").isVisible(), false);
  assert.equal((await painted(page, "postil-tag-")).length, 2);
});

test("dialogs open by key, hold the focus, and give it back", async (t) => {
  const { page } = await openKeeper(t);
  const opener = page.getByRole("button", { name: "Open article" });
  await opener.focus();
  for (const [key, name, first] of [["o", "Open an article", "Paste the article"], ["?", "Keys", "Close"]]) {
    await press(page, key);
    const dialog = page.getByRole("dialog", { name });
    await dialog.waitFor();
    assert.equal(await focused(page), first);
    for (let steps = 0; steps < 14; steps += 1) {
      await press(page, "Tab");
      const outside = await page.evaluate(() => document.activeElement !== document.body && !document.activeElement?.closest("dialog"));
      assert.equal(outside, false, "the page behind is out of reach");
    }
    await press(page, "Escape");
    await dialog.waitFor({ state: "hidden" });
    assert.equal(await focused(page), "Open article");
  }
  await press(page, "o");
  await page.keyboard.type("jk?o1");
  assert.equal(await page.getByLabel("Paste the article").inputValue(), "jk?o1", "letters are text where text is typed");
});

test("keys with Ctrl, Alt or Meta stay the browser's", async (t) => {
  const { page } = await openKeeper(t);
  await press(page, "Alt+j", "Control+j", "Alt+s", "Control+o");
  assert.deepEqual(await painted(page, "postil-chosen"), []);
  assert.equal(await selection(page), "");
  assert.equal(await page.getByRole("dialog").count(), 0);
  assert.ok((await rows(page)).length > 0);
});
