// Writing notes: drafts that outlive the dialog and the page, Markdown that is only text; and selecting by keyboard alone.
import assert from "node:assert/strict";
import { test } from "node:test";
import { CLAIM, KEEPER_TITLE } from "./articles.mjs";
import { axe } from "./harness.mjs";
import { openKeeper, painted, paste, rows, seeArticle, selectByMouse, selectWords, showList, soon, tag } from "./reader.mjs";

/** @typedef {import("playwright-core").Page} Page */

/** @param {Page} page */
const note = (page) => page.getByLabel("Note", { exact: true });

/** @param {Page} page @param {string} words */
async function startNote(page, words) {
  await selectByMouse(page, words);
  await page.keyboard.press("n");
  await note(page).waitFor();
}

/** Goes on with the draft that is offered. @param {Page} page @param {string} words */
async function goOn(page, words) {
  await page.getByRole("status").getByRole("button", { name: "Go on writing" }).click();
  await soon(async () => assert.equal(await note(page).inputValue(), words));
  await page.getByRole("dialog").getByText("This is your draft").waitFor();
}

test("what was typed outlives Escape, a click beside the dialog, a dropped file and a reload", async (t) => {
  const { page } = await openKeeper(t);
  await startNote(page, CLAIM);
  await note(page).pressSequentially("Which machine?");
  await page.keyboard.press("Escape");
  await goOn(page, "Which machine?");
  await note(page).pressSequentially(" Whose?");
  await page.mouse.click(4, 300);
  await goOn(page, "Which machine? Whose?");
  await page.reload();
  await seeArticle(page, KEEPER_TITLE);
  await goOn(page, "Which machine? Whose?");
  await paste(page, { text: "Another article\n\nIt says little, and that slowly.\n\nAnd then it ends." }, "dialog");
  await seeArticle(page, "Another article");
  await page.goBack();
  await seeArticle(page, KEEPER_TITLE);
  await goOn(page, "Which machine? Whose?");
  await page.keyboard.press("Control+Enter");
  await soon(async () => assert.deepEqual(await painted(page, "postil-tag-"), [CLAIM]));
  assert.match(await page.locator(".note .body").innerText(), /Which machine\? Whose\?/);
  await page.reload();
  await seeArticle(page, KEEPER_TITLE);
  assert.equal(await page.getByRole("button", { name: "Go on writing" }).count(), 0, "it is saved");
});

test("what was typed is there although another tab deletes the passage, and a draft can be thrown away", async (t) => {
  const { page } = await openKeeper(t);
  await tag(page, CLAIM, "1");
  await showList(page, "Mine");
  await page.locator("#list").getByRole("button", { name: "Edit" }).click();
  await note(page).pressSequentially("not this");
  await page.keyboard.press("Escape");
  await goOn(page, "not this");
  await page.getByRole("dialog").getByRole("button", { name: "Throw it away" }).click();
  assert.equal(await note(page).inputValue(), "");
  await note(page).pressSequentially("but this");
  const other = await page.context().newPage();
  await other.goto(page.url());
  await seeArticle(other, KEEPER_TITLE);
  await showList(other, "Mine");
  await other.locator("#list").getByRole("button", { name: "Delete", exact: true }).click();
  await soon(async () => assert.deepEqual(await painted(page, "postil-tag-"), []));
  assert.equal(await note(page).inputValue(), "but this");
  await page.keyboard.press("Control+Enter");
  await soon(async () => assert.deepEqual(await painted(page, "postil-tag-"), [CLAIM]));
  assert.match(await page.locator(".note .body").innerText(), /but this/);
});

test("a note's Markdown is shown, and nothing in it is markup", async (t) => {
  const { page } = await openKeeper(t);
  await startNote(page, CLAIM);
  await note(page).fill("**Ask** the *port*:\n- who\n- when\n> said so\n\n<img src=x onerror=\"document.title='owned'\"> [a](javascript:alert(1)) [b](https://port.example/)");
  await page.keyboard.press("Control+Enter");
  const body = page.locator(".note .body");
  await soon(async () => assert.equal(await body.locator("strong").innerText(), "Ask"));
  assert.deepEqual(await body.locator(".md-i").allInnerTexts(), ["who", "when"]);
  assert.equal(await body.locator(".md-q").innerText(), "said so");
  assert.match(await body.innerText(), /<img src=x onerror=/);
  assert.equal(await page.locator(".note img, .note a").count(), 0);
  await body.click();
  const link = page.locator("#card a");
  await soon(async () => assert.equal(await link.getAttribute("href"), "https://port.example/"));
  await axe(page);
  assert.notEqual(await page.title(), "owned");
});

test("a passage is selected by keyboard alone, by either end, and tagged", async (t) => {
  const { page } = await openKeeper(t);
  await page.keyboard.press("v");
  const bar = page.getByRole("toolbar", { name: "Tag the selected passage" });
  await bar.getByText("the end moves").waitFor();
  const selected = () => page.evaluate(() => String(getSelection()));
  assert.equal(await selected(), "Last");
  await page.keyboard.press("Shift+ArrowRight");
  assert.equal(await selected(), "Last keeper");
  await page.keyboard.press("ArrowRight");
  assert.equal(await selected(), "Last keeper l");
  await page.keyboard.press("e");
  await bar.getByText("the start moves").waitFor();
  await page.keyboard.press("Shift+ArrowRight");
  assert.equal(await selected(), "keeper l");
  await page.keyboard.press("e");
  await page.keyboard.press("Shift+ArrowDown");
  assert.equal(await selected(), KEEPER_TITLE.slice(5));
  await page.keyboard.press("1");
  await soon(async () => assert.deepEqual(await painted(page, "postil-tag-"), [KEEPER_TITLE.slice(5)]));
  await showList(page, "Mine");
  assert.deepEqual(await rows(page, "q"), [KEEPER_TITLE.slice(5)]);
});

test("the bar is within reach of a thumb on a narrow screen", async (t) => {
  const { page } = await openKeeper(t, { viewport: { width: 390, height: 760 }, context: { hasTouch: true, isMobile: true } });
  await selectWords(page, CLAIM);
  const bar = page.getByRole("toolbar", { name: "Tag the selected passage" });
  await bar.waitFor();
  const box = await bar.boundingBox();
  assert.ok(box && box.x >= 0 && box.x + box.width <= 390 && box.y > 380 && box.y + box.height <= 760, JSON.stringify(box));
  const keys = await bar.locator("[data-act=tag]").evaluateAll((all) => all.map((button) => button.getBoundingClientRect().height));
  assert.ok(keys.every((height) => height >= 30), JSON.stringify(keys));
  await bar.getByRole("button", { name: "figure" }).tap();
  await soon(async () => assert.deepEqual(await painted(page, "postil-tag-"), [CLAIM]));
});
