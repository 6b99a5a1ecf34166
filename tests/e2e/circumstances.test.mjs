// Notes and tags in other circumstances: with nothing that leaves the page, on paper, without colours, by touch.
import assert from "node:assert/strict";
import { test } from "node:test";
import { CLAIM, FERRY, FERRY_TITLE, KEEPER, KEEPER_TITLE } from "./articles.mjs";
import { screenshot } from "./harness.mjs";
import { kept, openKeeper, openReader, paste, placeOf, seeArticle, seePassages, selectByMouse, selectWords, showList, soon, tag } from "./reader.mjs";

test("no request leaves once the page is loaded, whatever the reader does", async (t) => {
  const { page } = await openKeeper(t);
  /** @type {string[]} */
  const asked = [];
  page.on("request", (request) => {
    // the browser asks for the tab's own picture again whenever the address changes
    if (!/^(blob|data):|\/icon-\w+\.svg$/.test(request.url())) asked.push(request.url());
  });
  await tag(page, CLAIM, "1");
  await selectByMouse(page, "rowed ashore on Friday");
  await page.keyboard.press("n");
  await page.getByLabel("Note", { exact: true }).fill("![a picture](https://elsewhere.example/a.png) and https://elsewhere.example/");
  await page.keyboard.press("Control+Enter");
  await kept(page, 2);
  await paste(page, { text: FERRY });
  await seeArticle(page, FERRY_TITLE);
  await paste(page, { html: KEEPER.replace("<h2>", `<img src="https://elsewhere.example/b.png" alt=""><h2>`) });
  await seeArticle(page, KEEPER_TITLE);
  for (const list of /** @type {const} */ (["Names", "Comments", "Mine", "Voices"])) await showList(page, list);
  await page.getByRole("button", { name: "Library" }).click();
  await page.getByLabel("Search the library").fill("lamp");
  await soon(async () => assert.ok((await page.locator("#library-rows .row").count()) > 0));
  assert.deepEqual(asked, []);
});

test("on paper the notes stand beside their passages, whole and apart", async (t) => {
  const { page } = await openKeeper(t);
  const long = "It goes on for a while, because paper has no button that shows the rest of it. ".repeat(8);
  for (const words of [CLAIM, "rowed ashore on Friday"]) {
    await selectByMouse(page, words);
    await page.keyboard.press("n");
    await page.getByLabel("Note", { exact: true }).fill(`${long}About “${words}”.`);
    await page.keyboard.press("Control+Enter");
  }
  await kept(page, 2);
  await page.emulateMedia({ media: "print" });
  await screenshot(page, "notes-print");
  const notes = await page.locator(".note").evaluateAll((all) =>
    all.map((note) => {
      const { top, bottom, left } = note.getBoundingClientRect();
      const body = note.querySelector(".body") ?? note;
      return { top, bottom, left, cut: body.scrollHeight > body.clientHeight + 1, words: note.textContent ?? "" };
    }),
  );
  assert.equal(notes.length, 2);
  const [first, second] = notes.toSorted((a, b) => a.top - b.top);
  assert.ok(first && second && first.bottom <= second.top, "they do not overlap");
  assert.ok(notes.every(({ cut, words }) => !cut && /About “/.test(words)), "and are whole");
  const column = await page.locator(".sheet p", { hasText: "rowed ashore" }).first().boundingBox();
  assert.ok(column && notes.every(({ left }) => left >= column.x + column.width), "beside the text");
});

test("without colours of its own the page tells tags apart by their lines", async (t) => {
  const { page } = await openKeeper(t, { context: { forcedColors: "active" } });
  await tag(page, CLAIM, "1");
  await tag(page, "rowed ashore on Friday", "2");
  await seePassages(page, ["rowed ashore on Friday", CLAIM]);
  const styles = await page.evaluate(() => {
    const sheet = document.querySelector(".sheet");
    return [0, 1].map((hue) => {
      const style = getComputedStyle(/** @type {Element} */ (sheet), `::highlight(postil-tag-${hue})`);
      return { background: style.backgroundColor, line: style.textDecorationStyle };
    });
  });
  assert.notEqual(styles[0]?.line, styles[1]?.line);
  const canvas = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  assert.ok(styles.every(({ background }) => background !== canvas), "they stand out from what is only found");
  await screenshot(page, "forced-colours");
});

test("by touch a passage is tagged, its note written, and its card opened by a tap", async (t) => {
  const { page } = await openReader(t, { viewport: { width: 390, height: 760 }, context: { hasTouch: true, isMobile: true } });
  await paste(page, { html: KEEPER });
  await seeArticle(page, KEEPER_TITLE);
  await placeOf(page, CLAIM);
  await selectWords(page, CLAIM);
  await page.getByRole("toolbar", { name: "Tag the selected passage" }).getByRole("button", { name: "note" }).tap();
  await page.getByLabel("Note", { exact: true }).fill("by thumb");
  await page.getByRole("dialog", { name: "Passage" }).getByRole("button", { name: "Save" }).tap();
  await seePassages(page, [CLAIM]);
  const { middle } = await placeOf(page, CLAIM);
  await page.touchscreen.tap(middle.x, middle.y);
  await page.locator("#card").getByText("by thumb").waitFor();
  await screenshot(page, "touch-card");
});
