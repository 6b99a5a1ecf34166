// What axe says of every state of the page, and what axe cannot see: the contrast of painted words.
import assert from "node:assert/strict";
import { test } from "node:test";
import { axe } from "./harness.mjs";
import { openReader, placeOf, selectByMouse, showList, tag } from "./reader.mjs";

/** @typedef {import("playwright-core").Page} Page */

/** @param {Page} page @param {string} state */
async function axeOn(page, state) {
  await axe(page).catch((/** @type {Error} */ error) => {
    throw new assert.AssertionError({ message: `${state}: ${error.message}` });
  });
}

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  for (const [width, viewport] of /** @type {const} */ ([["wide", { width: 1500, height: 900 }], ["narrow", { width: 360, height: 740 }]])) {
    test(`axe finds nothing, ${colorScheme} and ${width}`, async (t) => {
      const { page } = await openReader(t, { colorScheme, viewport });
      const openLists = async () => {
        if (width === "narrow") await page.getByRole("button", { name: "Lists" }).click();
      };
      await axeOn(page, "the sample");
      await tag(page, "every week we wait", "1");
      await openLists();
      for (const name of /** @type {const} */ (["Voices", "Names", "Comments", "Mine"])) {
        await showList(page, name);
        await axeOn(page, `the list ${name}`);
      }
      await page.getByLabel("Find in this list").fill("xylophone");
      await axeOn(page, "a list with nothing in it");
      await page.getByLabel("Find in this list").fill("");
      await page.locator("#list").getByRole("button", { name: "Edit" }).click();
      await axeOn(page, "the passage's dialog");
      await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
      await axeOn(page, "a message with a way back");
      await page.getByRole("status").getByRole("button", { name: "Dismiss" }).first().click();
      await page.keyboard.press("Escape");
      for (let steps = 0; steps < 4; steps += 1) await page.keyboard.press("j");
      await page.getByRole("group", { name: "Details" }).waitFor();
      await axeOn(page, "a card");
      await placeOf(page, "I will not apologise");
      await selectByMouse(page, "I will not apologise");
      await axeOn(page, "the tag bar");
      await page.keyboard.press("+");
      await axeOn(page, "the field for a new tag");
      await page.keyboard.press("Escape");
      await page.keyboard.press("?");
      await page.getByRole("dialog", { name: "Keys" }).waitFor();
      await axeOn(page, "the keys");
      await page.keyboard.press("Escape");
      await page.keyboard.press("o");
      await page.getByRole("button", { name: "Read it", exact: true }).click();
      await axeOn(page, "the dialog with a problem in it");
    });
  }

  test(`painted words and speakers' names stand out from what they stand on, ${colorScheme}`, async (t) => {
    const { page } = await openReader(t, { colorScheme });
    const ratios = await page.evaluate(() => {
      const canvas = Object.assign(document.createElement("canvas"), { width: 1, height: 1 });
      const brush = canvas.getContext("2d", { willReadFrequently: true });
      /** @param {string} name */
      const luminance = (name) => {
        if (!brush) throw new Error("no canvas");
        brush.fillStyle = getComputedStyle(document.documentElement).getPropertyValue(`--${name}`);
        brush.fillRect(0, 0, 1, 1);
        const [r = 0, g = 0, b = 0] = [...brush.getImageData(0, 0, 1, 1).data].map((byte) => (byte / 255 <= 0.04045 ? byte / 255 / 12.92 : ((byte / 255 + 0.055) / 1.055) ** 2.4));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      /** @param {string} a @param {string} b */
      const ratio = (a, b) => {
        const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
        return (high + 0.05) / (low + 0.05);
      };
      const voices = [..."01234567r"].map((hue) => `v${hue}`);
      const tags = [..."012345"].map((hue) => `t${hue}`);
      const pairs = [
        ...[...voices, ...tags].flatMap((hue) => [["ink", `${hue}b`], [hue, "paper"], [hue, "panel"], [hue, "raised"]]),
        ["ink", "mark"], ["ink", "hover"], ["soft", "paper"], ["soft", "panel"],
      ];
      return pairs.map(([a = "", b = ""]) => ({ pair: `${a} on ${b}`, ratio: ratio(a, b) }));
    });
    // WCAG 2.2, 1.4.3: 4.5 to 1 for text
    assert.deepEqual(ratios.filter(({ ratio }) => !(ratio >= 4.5)), []);
  });
}

test("what is painted is said in a list and in the margin too, in the reader's own order", async (t) => {
  const { page } = await openReader(t);
  const headings = await page.locator("h1, h2, h3").allInnerTexts();
  assert.ok(headings.some((heading) => /^Harbour bridge/.test(heading)) && headings.some((heading) => /^6 comments/.test(heading)));
  assert.equal(await page.getByRole("heading", { level: 1 }).count(), 1, "the library's is hidden");
  assert.equal(await page.getByRole("main").count(), 1);
  assert.equal(await page.getByRole("banner").count(), 1);
  assert.equal(await page.getByRole("complementary", { name: "What was found" }).count(), 1);
  assert.equal(await page.getByRole("tabpanel", { name: "Voices" }).count(), 1);
  assert.equal(await page.locator("#live").getAttribute("aria-live"), "polite");
});
