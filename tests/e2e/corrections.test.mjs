// What the reader sets right: what a name is, who speaks; kept, told to other tabs, taken out and brought back in.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { axe } from "./harness.mjs";
import { CHOIR, CHOIR_TITLE } from "./articles.mjs";
import { focused, layer, openReader, painted, paste, rows, seeArticle, selectByMouse, showList, soon } from "./reader.mjs";

/** @typedef {import("playwright-core").Page} Page */

/** @param {import("node:test").TestContext} t @param {import("./harness.mjs").PageOptions} [options] */
async function openChoir(t, options) {
  const opened = await openReader(t, options);
  await paste(opened.page, { html: CHOIR });
  await seeArticle(opened.page, CHOIR_TITLE);
  return opened;
}

/** @param {Page} page */
const card = (page) => page.getByRole("group", { name: "Details" });

/** @param {Page} page @param {string} name */
async function openName(page, name) {
  await showList(page, "Names");
  await page.locator("#list li", { hasText: name }).getByRole("button").first().click();
  await card(page).waitFor();
}

/** @param {Page} page @param {string} words */
async function openQuote(page, words) {
  await showList(page, "Voices");
  await page.locator("#list li", { hasText: words }).getByRole("button").first().click();
  await card(page).getByRole("button", { name: "Change speaker" }).waitFor();
}

/** @param {Page} page @param {string} kind @param {string} words @param {number} times */
const seeNames = (page, kind, words, times) =>
  soon(async () => {
    const found = await painted(page, `postil-name-${kind}`);
    assert.equal(found.filter((name) => name === words).length, times, `${words} as ${kind}: ${found.join(", ")}`);
  });

/** @param {Page} page */
const legend = (page) => page.locator(".legend").innerText();

/** @param {Page} page @param {RegExp} pattern */
const seeLegend = (page, pattern) => soon(async () => assert.match(await legend(page), pattern));

test("a name's kind is set by one click, for all its mentions, and kept", async (t) => {
  const { page } = await openChoir(t);
  await seeNames(page, "person", "Anna Torvald", 3);
  await openName(page, "Anna Torvald");
  const organisation = card(page).getByRole("button", { name: "organisation" });
  await organisation.click();
  await seeNames(page, "organization", "Anna Torvald", 3);
  await seeNames(page, "person", "Anna Torvald", 0);
  assert.equal(await organisation.getAttribute("aria-pressed"), "true");
  assert.equal(await focused(page), "organisation");
  await page.reload();
  await seeArticle(page, CHOIR_TITLE);
  await seeNames(page, "organization", "Anna Torvald", 3);
  await showList(page, "Mine");
  assert.deepEqual([await rows(page, "q"), await rows(page, ".how")], [["Anna Torvald"], ["organisation"]]);
  assert.match(await layer(page, "Mine").innerText(), /0$/);
  await page.getByRole("button", { name: "Take back" }).click();
  await seeNames(page, "person", "Anna Torvald", 3);
  await page.keyboard.press("Control+z");
  await seeNames(page, "organization", "Anna Torvald", 3);
  await openName(page, "Anna Torvald");
  await card(page).getByRole("button", { name: "person" }).click();
  await seeNames(page, "person", "Anna Torvald", 3);
  await showList(page, "Mine");
  assert.deepEqual(await rows(page), []);
});

test("what is no name is no longer marked, until that is undone", async (t) => {
  const { page } = await openChoir(t);
  await openName(page, "Peter Quist");
  await card(page).getByRole("button", { name: "not a name" }).click();
  await seeNames(page, "person", "Peter Quist", 0);
  await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
  await soon(async () => assert.ok((await painted(page, "postil-name-person")).includes("Peter Quist")));
});

test("a missed name is named from a selection, wherever it stands", async (t) => {
  const { page } = await openChoir(t);
  await selectByMouse(page, "night boat");
  const bar = page.getByRole("toolbar", { name: "Tag the selected passage" });
  await bar.getByRole("group", { name: "This is a name" }).getByRole("button", { name: "work" }).click();
  await seeNames(page, "work", "night boat", 2);
  assert.match(await card(page).innerText(), /night boat work[^]*1 of 2/);
  // by key alone
  await page.keyboard.press("Escape");
  await selectByMouse(page, "lemon soup");
  await page.keyboard.press("m");
  assert.equal(await focused(page), "person");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await seeNames(page, "organization", "lemon soup", 1);
});

test("a speaker is chosen, and shares, margin and lists follow", async (t) => {
  const { page } = await openChoir(t);
  await seeLegend(page, /Peter Quist/);
  await openQuote(page, "We owe Anna Torvald a boat");
  await card(page).getByRole("button", { name: "Change speaker" }).click();
  const dialog = page.getByRole("dialog", { name: "Who says this?" });
  await axe(page);
  await dialog.getByRole("button", { name: "Anna Torvald" }).click();
  await soon(async () => assert.match(await card(page).innerText(), /Anna Torvald[^]*set by you/));
  const glosses = () => page.locator(".gloss b").allInnerTexts();
  assert.ok((await glosses()).filter((name) => name === "Anna Torvald").length >= 2, (await glosses()).join());
  await page.reload();
  await seeArticle(page, CHOIR_TITLE);
  await soon(async () => assert.ok((await glosses()).filter((name) => name === "Anna Torvald").length >= 2));
  await page.getByLabel("Who speaks").selectOption("Anna Torvald");
  await soon(async () => assert.ok((await rows(page, "q")).includes("We owe Anna Torvald a boat.")));
});

test("a speaker is typed, and nobody is one", async (t) => {
  const { page } = await openChoir(t);
  await openQuote(page, "We owe Anna Torvald a boat");
  await card(page).getByRole("button", { name: "Change speaker" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await page.getByRole("dialog").getByText("Type a name, or choose one above.").waitFor();
  await page.getByLabel("Somebody else").fill("Lena Voss");
  await page.keyboard.press("Enter");
  await seeLegend(page, /Lena Voss \d+ %/);
  await showList(page, "Names");
  assert.ok(!(await rows(page, ".n")).includes("Lena Voss"), "who is not named in the article is not in its list of names");
  await openQuote(page, "We owe Anna Torvald a boat");
  await card(page).getByRole("button", { name: "Change speaker" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Nobody named" }).click();
  await seeLegend(page, /Unclear \d+ %/);
  await page.getByRole("status").getByRole("button", { name: "Undo" }).last().click();
  await seeLegend(page, /Lena Voss \d+ %/);
});

test("two tabs see each other's corrections", async (t) => {
  const { page } = await openChoir(t);
  const other = await page.context().newPage();
  await other.goto(page.url());
  await seeArticle(other, CHOIR_TITLE);
  await openName(page, "Anna Torvald");
  await card(page).getByRole("button", { name: "event" }).click();
  await seeNames(other, "work", "Anna Torvald", 3);
  await showList(other, "Mine");
  await other.getByRole("button", { name: "Take back" }).click();
  await seeNames(page, "person", "Anna Torvald", 3);
});

test("corrections are exported as annotations, and imported again", async (t) => {
  const { page, watch } = await openChoir(t);
  await openName(page, "Anna Torvald");
  await card(page).getByRole("button", { name: "group" }).click();
  await seeNames(page, "group", "Anna Torvald", 3);
  await openQuote(page, "We owe Anna Torvald a boat");
  await card(page).getByRole("button", { name: "Change speaker" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Nobody named" }).click();
  await seeLegend(page, /Unclear/);
  await showList(page, "Mine");
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Export JSON-LD" }).click()]);
  const text = await readFile(await file.path(), "utf8");
  const items = JSON.parse(text).first.items;
  assert.deepEqual(items.map((/** @type {any} */ item) => item.motivation).sort(), ["classifying", "identifying"]);
  watch.agree(/^Delete all 0 passages of this article, and 2 of your corrections/);
  await page.getByRole("button", { name: "Delete all" }).click();
  await seeNames(page, "person", "Anna Torvald", 3);
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: "Import" }).click()]);
  await chooser.setFiles({ name: "notes.jsonld", mimeType: "application/ld+json", buffer: Buffer.from(text) });
  await seeNames(page, "group", "Anna Torvald", 3);
  await seeLegend(page, /Unclear/);
});

test("a name's card tells who is quoted about it, and N and P go through its mentions", async (t) => {
  const { page } = await openChoir(t);
  await openName(page, "Anna Torvald");
  assert.match(await card(page).innerText(), /1 of 3/);
  const about = card(page).getByRole("list", { name: "Who is quoted about it" });
  assert.match(await about.innerText(), /Peter Quist Anna Torvald taught us[^]*Peter Quist We owe Anna Torvald a boat/);
  await page.keyboard.press("n");
  assert.match(await card(page).innerText(), /2 of 3/);
  await page.keyboard.press("p");
  await page.keyboard.press("p");
  assert.match(await card(page).innerText(), /3 of 3/);
  await page.keyboard.press("c");
  assert.match(await focused(page), /Previous/);
  await axe(page);
  await about.getByRole("button").last().click();
  await soon(async () => assert.deepEqual(await painted(page, "postil-chosen"), ["“We owe Anna Torvald a boat.”"]));
  await page.keyboard.press("Escape");
  assert.equal(await card(page).isVisible(), false);
});

test("names are narrowed by kind and by typing", async (t) => {
  const { page } = await openChoir(t);
  await showList(page, "Names");
  const people = page.getByRole("group", { name: "Kinds of names" }).getByRole("button", { name: /^People \d/ });
  await people.focus();
  await page.keyboard.press("Enter");
  assert.match(await focused(page), /^People/);
  assert.equal(await people.getAttribute("aria-pressed"), "true");
  assert.deepEqual((await page.locator("#list h3 span").allInnerTexts()), ["People"]);
  await page.getByLabel("Find in this list").fill("quist");
  await soon(async () => assert.deepEqual(await rows(page, ".n"), ["Peter Quist"]));
  await people.click();
  assert.equal(await people.getAttribute("aria-pressed"), "false");
});

test("quotes are narrowed by speaker, kind and what they are about", async (t) => {
  const { page } = await openChoir(t);
  const all = await rows(page, "q");
  await page.getByLabel("About whom or what").selectOption({ label: "Anna Torvald" });
  await soon(async () => assert.deepEqual(await rows(page, "q"), ["Anna Torvald taught us every song,", "We owe Anna Torvald a boat."]));
  await page.getByLabel("About whom or what").selectOption("");
  await page.locator("#list").getByRole("button", { name: "Peter Quist", exact: true }).click();
  await soon(async () => assert.equal(await page.getByLabel("Who speaks").inputValue(), "Peter Quist"));
  assert.equal(await page.locator("#list section").count(), 1);
  assert.equal(await focused(page), "Peter Quist");
  assert.match(await page.locator("#list section").innerText(), /paragraph/);
  await page.keyboard.press("Enter");
  await soon(async () => assert.deepEqual(await rows(page, "q"), all));
  await page.getByRole("group", { name: "Kinds of quotes" }).getByRole("button", { name: /^direct/ }).click();
  await soon(async () => assert.ok((await rows(page, ".how")).every((line) => line.includes("direct"))));
  await axe(page);
});

test("a citation and a link to the very words are copied", async (t) => {
  const { page } = await openChoir(t, { context: { permissions: ["clipboard-read", "clipboard-write"] } });
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  await openQuote(page, "We owe Anna Torvald a boat");
  await card(page).getByRole("button", { name: "Copy as citation" }).click();
  await page.getByText("Citation copied.").waitFor();
  assert.equal(
    await clipboard(),
    "“We owe Anna Torvald a boat.” (Peter Quist, quoted in “Choir sings for its boat”, The Tidal Post, 2026-05-04, https://tidal-post.example/choir)",
  );
  await card(page).getByRole("button", { name: "Copy link" }).click();
  await page.getByText("Link copied").waitFor();
  assert.equal(await clipboard(), "https://tidal-post.example/choir#:~:text=We%20owe%20Anna%20Torvald%20a%20boat");
});
