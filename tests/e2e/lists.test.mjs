// What was found: painted in the article, and listed beside it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { FERRY, KEEPER, KEEPER_TITLE } from "./articles.mjs";
import { layer, openKeeper, openReader, painted, paste, placeOf, rows, seeArticle, showList, soon } from "./reader.mjs";

/** @param {import("playwright-core").Page} page */
const card = (page) => page.getByRole("group", { name: "Details" });

test("quotes carry their speaker's colour, and the margin names the speaker", async (t) => {
  const { page } = await openKeeper(t);
  assert.deepEqual(await painted(page, "postil-voice-0"), ["“I have counted every ship that passed,”", "“The machine will not count them.”"]);
  assert.deepEqual(await painted(page, "postil-voice-1"), ["“long overdue”"]);
  // reports without marks have glosses of their own behind these
  const glosses = (await page.locator(".gloss b").all()).slice(0, 2);
  assert.deepEqual(await Promise.all(glosses.map((gloss) => gloss.innerText())), ["Anna Torvald", "Peter Quist"]);
  const colour = (/** @type {string} */ name) => page.evaluate((n) => {
    const probe = document.createElement("i");
    probe.style.color = `var(${n})`;
    document.body.append(probe);
    return getComputedStyle(probe).color;
  }, name);
  assert.equal(await glosses[0].evaluate((gloss) => getComputedStyle(gloss).color), await colour("--v0"));
  assert.match(await page.locator(".legend").innerText(), /Anna Torvald 87 %\s*Peter Quist 13 %/);
  assert.match((await page.getByRole("img", { name: /^Share of the quoted words/ }).getAttribute("aria-label")) ?? "", /Anna Torvald 87 %, Peter Quist 13 %/);
});

test("names are underlined by kind", async (t) => {
  const { page } = await openKeeper(t);
  assert.ok((await painted(page, "postil-name-person")).includes("Anna Torvald"));
  assert.ok((await painted(page, "postil-name-location")).includes("Norway"));
  assert.ok((await painted(page, "postil-name-amount")).includes("Friday"));
});

test("the lists hold what is painted", async (t) => {
  const { page } = await openReader(t);
  await showList(page, "Voices");
  const voices = await page.locator("#list").innerText();
  assert.match(voices, /Ines Calder\s+\d+ quotes · \d+ words/);
  assert.ok((await rows(page, "q")).includes("I will not apologise for closing a bridge,"));
  await showList(page, "Names");
  assert.ok((await rows(page, ".n")).includes("Tom Okafor"));
  assert.ok((await page.locator("#list h3").allInnerTexts()).some((heading) => /^Places/.test(heading)));
  await showList(page, "Comments");
  assert.deepEqual(await rows(page, "button > b"), ["jetty_cat", "R. Amsel", "jetty_cat", "dockside_dan", "Nessa Quill", "tidetable"]);
  assert.match(await page.locator("#list").innerText(), /Mayflies, evidently/);
  const indents = await page.locator("#list li").evaluateAll((items) => items.map((item) => parseFloat(getComputedStyle(item).paddingLeft)));
  assert.deepEqual(indents, [0, 17, 29, 0, 0, 17]);
  await showList(page, "Mine");
  assert.match(await page.locator("#list").innerText(), /Select a passage in the article/);
});

test("choosing a quote scrolls to it, marks it and shows its card", async (t) => {
  const { page } = await openReader(t);
  const words = "They say eighteen months. They said that about the tram, and the tram took four years,";
  await page.locator("#list li", { hasText: words }).getByRole("button").click();
  await soon(async () => assert.deepEqual(await painted(page, "postil-chosen"), [`“${words}”`]));
  const seen = await page.evaluate(() => {
    const [range] = /** @type {any} */ (CSS.highlights.get("postil-chosen"));
    const live = document.createRange();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    const box = live.getBoundingClientRect();
    return box.top > 60 && box.bottom < innerHeight;
  });
  assert.ok(seen, "the quote is in the window");
  assert.match(await card(page).innerText(), /Piet Marlow.*direct · “said”/s);
  assert.equal(await page.locator("#list [aria-current=true] q").innerText(), words);
});

test("choosing a comment and a name leads to them, a name again to its next mention", async (t) => {
  const { page } = await openReader(t);
  await showList(page, "Comments");
  await page.locator("#list li", { hasText: "Mayflies" }).getByRole("button").click();
  await soon(async () => assert.deepEqual(await painted(page, "postil-chosen"), ["Mayflies, evidently."]));
  await page.getByText("Mayflies, evidently.").first().waitFor();
  await showList(page, "Names");
  const okafor = page.locator("#list li", { hasText: "Tom Okafor" }).getByRole("button");
  await okafor.click();
  await soon(async () => assert.deepEqual(await painted(page, "postil-chosen"), ["Tom Okafor"]));
  assert.match(await card(page).innerText(), /Tom Okafor person/);
  await okafor.click();
  await soon(async () => assert.deepEqual(await painted(page, "postil-chosen"), ["Okafor"]));
  await card(page).getByRole("button", { name: /Previous/ }).click();
  await soon(async () => assert.deepEqual(await painted(page, "postil-chosen"), ["Tom Okafor"]));
});

test("resting on a quote brings its card, and the card leads to all of the voice", async (t) => {
  const { page } = await openKeeper(t);
  await showList(page, "Names");
  const { middle } = await placeOf(page, "I have counted every ship that passed");
  await page.mouse.move(middle.x - 30, middle.y);
  await page.mouse.move(middle.x, middle.y);
  await card(page).waitFor();
  assert.match(await card(page).innerText(), /Anna Torvald.*direct · “said”/s);
  assert.deepEqual(await painted(page, "postil-hover"), ["“I have counted every ship that passed,”"]);
  await card(page).getByRole("button", { name: /All 2 quotes/ }).click();
  assert.equal(await page.getByRole("tab", { selected: true }).innerText(), "Voices");
});

test("the card goes with the pointer, and stays where it was asked for", async (t) => {
  const { page } = await openKeeper(t);
  const { middle } = await placeOf(page, "I have counted every ship that passed");
  const away = async () => {
    const sheet = await page.locator(".sheet").boundingBox();
    assert.ok(sheet);
    await page.mouse.move(sheet.x + sheet.width - 20, middle.y + 260);
    await page.mouse.move(sheet.x + sheet.width - 24, middle.y + 262);
  };
  await page.mouse.move(middle.x - 30, middle.y);
  await page.mouse.move(middle.x, middle.y);
  await card(page).waitFor();
  await away();
  await card(page).waitFor({ state: "hidden" });
  await page.mouse.click(middle.x, middle.y);
  await card(page).waitFor();
  await away();
  await page.waitForTimeout(400); // nothing is to happen: no condition to wait for
  assert.equal(await card(page).isVisible(), true);
});

test("a quote is copied with its speaker and its article", async (t) => {
  const { page } = await openReader(t, { context: { permissions: ["clipboard-read", "clipboard-write"] } });
  await paste(page, { html: KEEPER });
  await seeArticle(page, KEEPER_TITLE);
  await page.locator("#list li", { hasText: "long overdue" }).getByRole("button").click();
  await card(page).getByRole("button", { name: "Copy as citation" }).click();
  await page.getByText("Citation copied.").waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), "“long overdue” (Peter Quist, quoted in “Last keeper leaves Gannet Rock”, The Tidal Post)");
});

test("layers are switched off and on", async (t) => {
  const { page } = await openReader(t);
  for (const [name, prefix] of [["Quotes", "postil-voice-"], ["Names", "postil-name-"]]) {
    const before = await painted(page, prefix);
    assert.ok(before.length > 3, `${name} are painted`);
    await layer(page, name).click();
    assert.equal(await layer(page, name).getAttribute("aria-pressed"), "false");
    assert.deepEqual(await painted(page, prefix), []);
    await layer(page, name).click();
    assert.deepEqual(await painted(page, prefix), before);
  }
  const comment = page.locator(".sheet").getByText("Mayflies, evidently.");
  await layer(page, "Comments").click();
  assert.equal(await comment.isVisible(), false);
  await layer(page, "Comments").click();
  assert.equal(await comment.isVisible(), true);
});

test("a layer stays off for the next article", async (t) => {
  const { page } = await openReader(t);
  await layer(page, "Quotes").click();
  await paste(page, { text: FERRY });
  await soon(async () => assert.match(await page.title(), /^Ferry/));
  assert.deepEqual(await painted(page, "postil-voice-"), []);
  assert.ok((await painted(page, "postil-name-")).length > 0);
});

test("the filter narrows the list", async (t) => {
  const { page } = await openReader(t);
  await showList(page, "Comments");
  await page.getByLabel("Find in this list").fill("RAILINGS");
  await soon(async () => assert.deepEqual(await rows(page, "button > b"), ["dockside_dan"]));
  await page.getByLabel("Find in this list").fill("xylophone");
  await page.getByText("Nothing here matches what you typed.").waitFor();
});

test("a browser without highlights says so, and its lists work", async (t) => {
  const { page } = await openReader(t);
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, "Highlight");
    Reflect.deleteProperty(CSS, "highlights");
  });
  await page.reload();
  await page.getByText("This browser cannot paint highlights").waitFor();
  await page.locator(".sheet h1").waitFor();
  await page.locator("#list li", { hasText: "Steel does not read reports" }).getByRole("button").click();
  assert.match(await card(page).innerText(), /Leila Haddad/);
  assert.ok((await page.locator(".gloss b").allInnerTexts()).includes("Piet Marlow"));
});
