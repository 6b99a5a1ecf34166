// The page in other shapes: narrow, right to left, on paper, dark, without motion.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ARABIC, KEEPER, KEEPER_TITLE, WIDE } from "./articles.mjs";
import { focused, layer, openReader, painted, paste, rows, seeArticle, selectByMouse, showList, soon } from "./reader.mjs";

/** @typedef {import("playwright-core").Page} Page */

const NARROW = { width: 320, height: 640 };

/** @param {Page} page */
const isWithinWidth = (page) => page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

/** @param {Page} page */
const lists = (page) => page.getByRole("complementary", { name: "What was found" });

test("on 320 pixels nothing has to be scrolled sideways", async (t) => {
  const { page } = await openReader(t, { viewport: NARROW });
  assert.ok(await isWithinWidth(page), "the sample");
  await paste(page, { html: WIDE });
  await seeArticle(page, KEEPER_TITLE);
  assert.ok(await isWithinWidth(page), "a long word, a wide table, code");
  await page.keyboard.press("j");
  assert.ok(await isWithinWidth(page), "a card");
  await selectByMouse(page, "a machine took over");
  assert.ok(await isWithinWidth(page), "the tag bar");
  await page.keyboard.press("n");
  await page.getByLabel("Note", { exact: true }).fill("lighthouse".repeat(20));
  assert.ok(await isWithinWidth(page), "the note's dialog");
  await page.getByRole("button", { name: "Save" }).click();
  await page.locator(".note").waitFor();
  assert.ok(await isWithinWidth(page), "a note");
  await page.getByRole("button", { name: "Open article" }).click();
  assert.ok(await isWithinWidth(page), "the dialog");
  const box = await page.getByRole("dialog").boundingBox();
  assert.ok(box && box.x >= 0 && box.x + box.width <= 320, "the dialog is in the window");
});

test("on narrow windows the lists are a drawer", async (t) => {
  const { page } = await openReader(t, { viewport: NARROW });
  const button = page.getByRole("button", { name: "Lists" });
  assert.equal(await lists(page).isVisible(), false);
  await button.click();
  await lists(page).waitFor();
  assert.equal(await button.getAttribute("aria-expanded"), "true");
  await showList(page, "Comments");
  await page.locator("#list li", { hasText: "Mayflies" }).getByRole("button").click();
  await soon(async () => assert.equal(await lists(page).isVisible(), false, "it makes way for what was chosen"));
  assert.deepEqual(await painted(page, "postil-chosen"), ["Mayflies, evidently."]);
  await button.click();
  await lists(page).waitFor();
  await page.keyboard.press("Escape");
  await soon(async () => assert.equal(await lists(page).isVisible(), false));
  assert.equal(await button.getAttribute("aria-expanded"), "false");
  assert.equal(await focused(page), "Lists");
  await page.keyboard.press("/");
  await lists(page).waitFor();
  assert.equal(await focused(page), "Find in this list");
});

test("an Arabic article reads from right to left, its speaker in the right margin", async (t) => {
  const { page } = await openReader(t);
  await paste(page, { html: ARABIC });
  await seeArticle(page, "الميناء يفتح أبوابه من جديد");
  const sheet = page.locator(".sheet");
  assert.equal(await sheet.getAttribute("dir"), "rtl");
  assert.equal(await sheet.getAttribute("lang"), "ar");
  const paragraph = sheet.locator(".col > p", { hasText: "ليلى حداد" });
  assert.equal(await paragraph.evaluate((element) => getComputedStyle(element).direction), "rtl");
  assert.ok((await painted(page, "postil-voice-")).includes("«انتظرنا هذا اليوم طويلا، ولن نغلق الأبواب مرة أخرى»"));
  assert.ok((await rows(page, "q")).includes("انتظرنا هذا اليوم طويلا، ولن نغلق الأبواب مرة أخرى"));
  const column = await sheet.locator(".row .col").nth(1).boundingBox();
  const margin = await sheet.locator(".row .gloss").nth(1).boundingBox();
  assert.ok(column && margin && margin.x >= column.x + column.width, "the margin is at the right");
});

test("an English article after an Arabic one reads from left to right again", async (t) => {
  const { page } = await openReader(t);
  await paste(page, { html: ARABIC });
  await seeArticle(page, "الميناء يفتح أبوابه من جديد");
  await paste(page, { html: KEEPER });
  await seeArticle(page, KEEPER_TITLE);
  assert.equal(await page.locator(".sheet").evaluate((sheet) => getComputedStyle(sheet).direction), "ltr");
});

test("on paper stand the article, its speakers and the notes, and no bars", async (t) => {
  const { page } = await openReader(t);
  await selectByMouse(page, "every week we wait");
  await page.keyboard.press("1");
  await page.locator(".note").waitFor();
  await page.emulateMedia({ media: "print" });
  for (const part of [".bar", ".panel", ".map", ".card", ".tagbar", ".toasts", ".skip"]) {
    assert.equal(await page.locator(part).isVisible(), false, part);
  }
  assert.equal(await page.locator(".sheet h1").isVisible(), true);
  assert.equal(await page.locator(".gloss b", { hasText: "Ines Calder" }).first().isVisible(), true);
  assert.match(await page.locator(".note").innerText(), /claim \/ check/);
  const colours = await page.locator(".sheet h1").evaluate((heading) => [getComputedStyle(document.body).backgroundColor, getComputedStyle(heading).color]);
  assert.deepEqual(colours, ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]);
});

test("a dark window prints black on white", async (t) => {
  const { page } = await openReader(t, { colorScheme: "dark" });
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  const colours = await page.locator(".sheet h1").evaluate((heading) => [getComputedStyle(document.body).backgroundColor, getComputedStyle(heading).color]);
  assert.deepEqual(colours, ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]);
});

test("dark is dark, and follows the system while the page is open", async (t) => {
  const { page } = await openReader(t, { colorScheme: "dark" });
  const brightness = () => page.evaluate(() => Number(/rgb\((\d+)/.exec(getComputedStyle(document.body).backgroundColor)?.[1]));
  assert.ok((await brightness()) < 60);
  await page.emulateMedia({ colorScheme: "light" });
  assert.ok((await brightness()) > 200);
});

test("a reader who wants no motion gets none", async (t) => {
  const { page } = await openReader(t, { viewport: NARROW, context: { reducedMotion: "reduce" } });
  const moving = await page.evaluate(() => [...document.querySelectorAll("body, body *")].filter((element) => {
    const style = getComputedStyle(element);
    return parseFloat(style.transitionDuration) > 0 || style.animationName !== "none" || style.scrollBehavior === "smooth";
  }).length);
  assert.equal(moving, 0);
  const before = await page.evaluate(() => scrollY);
  await page.getByRole("button", { name: "Lists" }).click();
  await page.locator("#list li", { hasText: "They say eighteen months" }).getByRole("button").click();
  const after = await page.evaluate(() => scrollY);
  assert.ok(after > before + 200, "the article is there at once");
});

test("the bar stays in reach at every width", async (t) => {
  const { page } = await openReader(t);
  for (const width of [320, 480, 768, 1024, 1280, 1920]) {
    await page.setViewportSize({ width, height: 700 });
    await page.evaluate(() => scrollTo({ top: 900, behavior: "instant" }));
    assert.ok(await isWithinWidth(page), `${width} pixels`);
    const box = await page.getByRole("button", { name: "Open article" }).boundingBox();
    assert.ok(box && box.y >= 0 && box.y < 100 && box.x + box.width <= width, `${width} pixels: the bar`);
    await layer(page, "Quotes").click();
    await layer(page, "Quotes").click();
  }
});
