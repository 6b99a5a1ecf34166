// Input that is no article, or too much of one: a clear message or a result, and a page that works on.
import assert from "node:assert/strict";
import { test } from "node:test";
import { FERRY, FERRY_TITLE, KEEPER } from "./articles.mjs";
import { drop, layer, openReader, painted, paste, seeArticle, soon } from "./reader.mjs";

/** @typedef {import("playwright-core").Page} Page */

/** @param {Page} page */
const message = (page) => page.getByRole("status").innerText();

/** The page answers, and reads the next article. @param {Page} page */
async function isUsable(page) {
  const button = layer(page, "Names");
  const before = await button.getAttribute("aria-pressed");
  await button.click();
  assert.notEqual(await button.getAttribute("aria-pressed"), before);
  await button.click();
  await paste(page, { text: FERRY });
  await seeArticle(page, FERRY_TITLE);
  assert.ok((await painted(page, "postil-voice-")).length > 0);
}

test("the dialog with nothing in it says what is missing", async (t) => {
  const { page } = await openReader(t);
  await page.getByRole("button", { name: "Open article" }).click();
  await page.getByRole("button", { name: "Read it", exact: true }).click();
  assert.match(await page.getByRole("alert").innerText(), /nothing to read yet/);
  await page.getByRole("button", { name: "Close", exact: true }).click();
  await isUsable(page);
});

/** @type {{ what: string, name: string, bytes: number[], told: RegExp }[]} */
const files = [
  { what: "an empty file", name: "empty.html", bytes: [], told: /nothing to read here/ },
  { what: "a file of white space", name: "blank.txt", bytes: [32, 10, 9, 10], told: /nothing to read here/ },
  { what: "a PDF", name: "paper.pdf", bytes: [...Buffer.from("%PDF-1.7\n%âãÏÓ")], told: /“paper\.pdf” is not a page: Postil reads HTML and plain text/ },
  { what: "an office document", name: "letter.docx", bytes: [0x50, 0x4b, 3, 4, 20, 0, 0, 0], told: /“letter\.docx” is not a page/ },
];
for (const { what, name, bytes, told } of files) {
  test(`${what}: a message that says what to do`, async (t) => {
    const { page } = await openReader(t);
    await drop(page, [{ name, bytes }]);
    await soon(async () => assert.match(await message(page), told));
    await isUsable(page);
  });
}

test("bytes that are no text at all are shown as what they are, or refused", async (t) => {
  const { page } = await openReader(t);
  await drop(page, [{ name: "noise.html", bytes: Array.from({ length: 5000 }, (_, n) => (n * 7919) % 256) }]);
  await page.locator("#read:not([aria-busy])").waitFor();
  await isUsable(page);
});

test("a page without an article says so", async (t) => {
  const { page } = await openReader(t);
  await paste(page, { html: "<!doctype html><title>Log in</title><nav><a href='/'>Home</a></nav><form><input><button>Log in</button></form>" });
  await soon(async () => assert.match(await page.locator(".sheet").innerText(), /No article was found on this page/));
  await isUsable(page);
});

test("an address that is none, and a page that is not there", async (t) => {
  const { page, site, watch } = await openReader(t);
  watch.expect(/status of 404/);
  await page.getByRole("button", { name: "Open article" }).click();
  await page.getByLabel("Or an address").fill("tidal-post");
  await page.getByRole("button", { name: "Read it", exact: true }).click();
  await soon(async () => assert.match(await page.getByRole("alert").innerText(), /“tidal-post” is not an address/));
  await page.getByLabel("Or an address").fill(`${site.base}nowhere.html`);
  await page.getByRole("button", { name: "Read it", exact: true }).click();
  await soon(async () => assert.match(await page.getByRole("alert").innerText(), /nowhere\.html answers 404/));
  await page.goto(`${site.base}?url=ftp%3A%2F%2Ftidal-post.example%2F1`);
  await page.getByRole("status").getByText("Only addresses that begin with https:// or http://").waitFor();
  await isUsable(page);
});

test("a hundred thousand nested elements", async (t) => {
  const { page } = await openReader(t);
  const html = `<article><h1>Deep water</h1>${"<div><span>".repeat(50_000)}<p>The divers went down on Monday and found another harbour below the harbour.</p>`;
  await drop(page, [{ name: "deep.html", text: html }]);
  await soon(async () => assert.match(await page.locator(".sheet").innerText(), /another harbour below the harbour/), 60_000);
  await isUsable(page);
});

/** Twenty megabytes, made in the page: that much does not go over the test's wire. */
const large = {
  "paragraphs with a quote each": { name: "dense.txt", start: "", piece: "“We will mend the bridge,” Ines Calder said in Port Ansel on Tuesday, and 40 workers agreed.\n\n" },
  "text without a line end": { name: "line.txt", start: "", piece: "Nobody counted the ships that passed in the night. " },
  "HTML with one article in it": { name: "heavy.html", start: KEEPER, piece: `<script>const counted = ["${"ship ".repeat(200)}"];</script><div hidden>${"<i class=ship></i>".repeat(50)}</div>` },
  "HTML of nothing but elements": { name: "hollow.html", start: "<h1>The hollow report</h1>", piece: "<i></i>" },
};
for (const [what, { name, start, piece }] of Object.entries(large)) {
  test(`twenty megabytes of ${what}`, async (t) => {
    const { page } = await openReader(t);
    await page.evaluate(([file, head, part]) => {
      const data = new DataTransfer();
      data.items.add(new File([head + part.repeat(Math.ceil((20 * 1024 * 1024) / part.length))], file));
      document.querySelector("#read")?.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
    }, [name, start, piece]);
    await page.locator("#read[aria-busy]").waitFor();
    const begun = Date.now();
    await page.locator("#read:not([aria-busy])").waitFor({ timeout: 120_000 });
    t.diagnostic(`read in ${((Date.now() - begun) / 1000).toFixed(1)} s`);
    await isUsable(page);
  });
}

test("a text of many thousand paragraphs shows its beginning, and more when asked", async (t) => {
  const { page } = await openReader(t);
  const text = Array.from({ length: 6_000 }, (_, n) => `Boat number ${n} left the harbour with a cargo of salt and came back with rope.`).join("\n\n");
  await drop(page, [{ name: "boats.txt", text }]);
  await page.getByText(/The first 4000 of \d+ paragraphs are shown/).waitFor();
  assert.equal(await page.getByText("Boat number 5999 left").count(), 0);
  await page.getByRole("button", { name: "Show more" }).click();
  await page.getByText("Boat number 5999 left").waitFor();
  assert.equal(await page.getByText("paragraphs are shown").count(), 0);
  await isUsable(page);
});

test("“Show more” that is overtaken by another article does not show its text under that one's title", async (t) => {
  const { page } = await openReader(t);
  const text = Array.from({ length: 30_000 }, (_, n) => `Boat number ${n} left the harbour.`).join("\n\n");
  await drop(page, [{ name: "boats.txt", text }]);
  await page.getByText(/The first 4000 of \d+ paragraphs are shown/).waitFor();
  for (let again = 0; again < 3; again += 1) { // the more is shown, the longer it takes
    const shown = 4_000 * (again + 2);
    await page.getByRole("button", { name: "Show more" }).click();
    await page.getByText(`The first ${shown} of`).waitFor();
  }
  await page.getByRole("button", { name: "Show more" }).evaluate((button) => /** @type {HTMLElement} */ (button).click());
  await paste(page, { text: FERRY });
  await seeArticle(page, FERRY_TITLE);
  await new Promise((resolve) => setTimeout(resolve, 3_000)); // what was under way has come to its end
  assert.equal(await page.locator(".sheet").getByText("Boat number 1 left").count(), 0);
  await seeArticle(page, FERRY_TITLE);
});
