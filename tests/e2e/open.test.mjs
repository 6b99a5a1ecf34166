// Opening articles: the sample, pasted, dropped, chosen, by address, from disk.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { FERRY, FERRY_TITLE, GERMAN, GERMAN_TITLE, KEEPER, KEEPER_TITLE, PICTURES, SAMPLE_TITLE } from "./articles.mjs";
import { DIST, openPage } from "./harness.mjs";
import { drop, openReader, painted, paste, seeArticle, serve, soon } from "./reader.mjs";

/** @typedef {import("playwright-core").Page} Page */

/** @param {Page} page */
const paragraphs = (page) => page.locator(".sheet .col > p:not(.by):not(.consent)").allInnerTexts();
/** @param {Page} page */
const message = (page) => page.getByRole("status").innerText();

test("the first visit shows the sample", async (t) => {
  const { page } = await openReader(t);
  await seeArticle(page, SAMPLE_TITLE);
  assert.match(await page.title(), /^Harbour bridge to close/);
  assert.equal(await page.locator(".by").innerText(), "By Mara Lindqvist · The Quay Courier · March 3, 2026");
  assert.ok((await painted(page, "postil-voice-")).includes("“I will not apologise for closing a bridge,”"));
  assert.ok((await page.locator(".gloss b").allInnerTexts()).includes("Ines Calder"));
  assert.equal(await page.getByRole("heading", { name: "6 comments" }).count(), 1);
  assert.equal(await page.locator("#boot").count(), 0);
});

test("an article pasted with its formatting keeps headings and links and loses the furniture", async (t) => {
  const { page } = await openReader(t);
  await paste(page, { html: KEEPER, text: "Last keeper leaves Gannet Rock The last keeper…" });
  await seeArticle(page, KEEPER_TITLE);
  assert.equal(await page.getByRole("heading", { level: 2, name: "What becomes of the tower" }).count(), 1);
  assert.equal(await page.getByRole("link", { name: "the plan for the lamp" }).getAttribute("href"), "https://tidal-post.example/lamp");
  assert.doesNotMatch(await page.locator(".sheet").innerText(), /Subscribe now|Weather|an invented newspaper/);
});

for (const [what, decoy] of Object.entries({
  "drawings of many lines": `<svg>${"<path d='M0 0'/>".repeat(5_000)}</svg>`,
  "a script that compares": `<script>${"if (a <b && b <c) d = '<div>';".repeat(5_000)}</script>`,
  "markup in a comment": `<!-- ${"<div><section>".repeat(5_000)} -->`,
  "ten thousand boxes in each other": `${"<div>".repeat(10_000)}deep${"</div>".repeat(10_000)}`,
})) {
  test(`an article behind ${what} is read`, async (t) => {
    const { page } = await openReader(t);
    await paste(page, { html: KEEPER.replace("<article>", `${decoy}<article>`) });
    await seeArticle(page, KEEPER_TITLE);
    assert.equal(await page.getByRole("heading", { level: 2, name: "What becomes of the tower" }).count(), 1);
    assert.match(await page.locator(".sheet").innerText(), /after forty years, and a machine took over the lamp/);
  });
}

test("an article pasted as text keeps its paragraphs", async (t) => {
  const { page } = await openReader(t);
  await paste(page, { text: FERRY });
  await seeArticle(page, FERRY_TITLE);
  assert.deepEqual(await paragraphs(page), FERRY.split("\n\n").slice(1));
});

test("an article pasted by the keyboard, from the real clipboard", async (t) => {
  const { page, site } = await openReader(t, { context: { permissions: ["clipboard-read", "clipboard-write"] } });
  await page.evaluate((text) => navigator.clipboard.writeText(text), FERRY);
  await page.keyboard.press("Control+v");
  await seeArticle(page, FERRY_TITLE);
  assert.ok(page.url().startsWith(`${site.base}#`), page.url());
});

test("an article pasted into the dialog is read with its formatting, edited text as text", async (t) => {
  const { page } = await openReader(t);
  await page.getByRole("button", { name: "Open article" }).click();
  const field = page.getByLabel("Paste the article");
  await paste(page, { html: KEEPER, text: FERRY }, "#open-text");
  await page.getByText("Pasted with its formatting").waitFor();
  await page.getByRole("button", { name: "Read it", exact: true }).click();
  await seeArticle(page, KEEPER_TITLE);
  assert.equal(await page.getByRole("dialog").count(), 0);

  await page.getByRole("button", { name: "Open article" }).click();
  await paste(page, { html: KEEPER, text: FERRY }, "#open-text");
  await field.fill(FERRY.replace("soup", "tea"));
  await page.getByRole("button", { name: "Read it", exact: true }).click();
  await seeArticle(page, FERRY_TITLE);
  assert.match(await page.locator(".sheet").innerText(), /given tea and blankets/);
});

test("a pasted address is opened", async (t) => {
  const { page, site } = await openReader(t);
  const address = await serve(page, site, "keeper.html", KEEPER);
  await paste(page, { text: ` ${address}\n` });
  await seeArticle(page, KEEPER_TITLE);
});

test("Enter in the address field opens it", async (t) => {
  const { page, site } = await openReader(t);
  const address = await serve(page, site, "keeper.html", KEEPER);
  await page.getByRole("button", { name: "Open article" }).click();
  await page.getByLabel("Or an address").fill(address);
  await page.keyboard.press("Enter");
  await seeArticle(page, KEEPER_TITLE);
});

test("an address in the page's own address is opened, and a reload finds it again", async (t) => {
  const { page, site } = await openReader(t);
  const address = await serve(page, site, "keeper.html", KEEPER);
  await page.goto(`${site.base}?url=${encodeURIComponent(address)}`);
  await seeArticle(page, KEEPER_TITLE);
  await soon(() => assert.equal(new URL(page.url()).hash, `#${encodeURIComponent(address)}`));
  await page.reload();
  await seeArticle(page, KEEPER_TITLE);
});

test("the browser's back and forward go through the articles", async (t) => {
  const { page, site } = await openReader(t);
  const address = await serve(page, site, "keeper.html", KEEPER);
  await page.goto(`${site.base}?url=${encodeURIComponent(address)}`);
  await seeArticle(page, KEEPER_TITLE);
  await paste(page, { text: FERRY });
  await seeArticle(page, FERRY_TITLE);
  await page.goBack();
  await seeArticle(page, KEEPER_TITLE);
  await page.goForward();
  await seeArticle(page, FERRY_TITLE);
  await page.goBack();
  await page.goBack();
  await seeArticle(page, SAMPLE_TITLE);
});

test("an article opened while another is still being read wins", async (t) => {
  const { page } = await openReader(t);
  await paste(page, { html: KEEPER });
  await paste(page, { text: FERRY });
  await seeArticle(page, FERRY_TITLE);
  await paste(page, { html: KEEPER });
  await seeArticle(page, KEEPER_TITLE);
});

/**
 * Another site, with an article. @param {import("node:test").TestContext} t @param {Page} page @param {Record<string, string>} headers
 */
async function elsewhere(t, page, headers) {
  const server = createServer((_, response) => response.writeHead(200, { "content-type": "text/html", ...headers }).end(KEEPER));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  t.after(() => server.close());
  const address = `http://127.0.0.1:${/** @type {import("node:net").AddressInfo} */ (server.address()).port}/keeper`;
  await page.route(address, (route) => route.continue());
  return address;
}

test("an address that its site does not share: why, and what to do instead", async (t) => {
  const { page, watch } = await openReader(t);
  const address = await elsewhere(t, page, {});
  watch.expect(/request to elsewhere: .*\/keeper|blocked by CORS policy|net::ERR_FAILED/);
  await page.getByRole("button", { name: "Open article" }).click();
  await page.getByLabel("Or an address").fill(address);
  await page.getByRole("button", { name: "Read it", exact: true }).click();
  await soon(async () => assert.match(await page.getByRole("alert").innerText(), /127\.0\.0\.1:\d+ does not let other pages read it.*copy, and paste it here/));
  assert.equal(await page.getByLabel("Or an address").inputValue(), address);
});

test("an address that its site shares", async (t) => {
  const { page, watch } = await openReader(t);
  watch.expect(/request to elsewhere: .*\/keeper/);
  await paste(page, { text: await elsewhere(t, page, { "access-control-allow-origin": "*" }) });
  await seeArticle(page, KEEPER_TITLE);
});

test("a file dropped on the page is read", async (t) => {
  const { page } = await openReader(t);
  await drop(page, [{ name: "keeper.html", text: KEEPER }]);
  await seeArticle(page, KEEPER_TITLE);
  await drop(page, [{ name: "ferry.txt", text: FERRY }]);
  await seeArticle(page, FERRY_TITLE);
  assert.equal(await page.locator("body.dropping").count(), 0);
});

test("of several chosen files the first is shown, and all are listed", async (t) => {
  const { page } = await openReader(t);
  await page.getByRole("button", { name: "Open article" }).click();
  await page.getByLabel("Or choose files").setInputFiles([
    { name: "ferry.txt", mimeType: "text/plain", buffer: Buffer.from(FERRY) },
    { name: "keeper.htm", mimeType: "text/html", buffer: Buffer.from(KEEPER) },
  ]);
  await page.getByRole("button", { name: "Read it", exact: true }).click();
  await soon(async () => assert.match(await message(page), /2 articles opened/));
  await seeArticle(page, FERRY_TITLE);
  await page.getByRole("button", { name: "Open article" }).click();
  await page.getByRole("dialog").getByRole("button", { name: KEEPER_TITLE, exact: true }).click();
  await seeArticle(page, KEEPER_TITLE);
});

const encodings = [
  { name: "windows-1252 without a word", bytes: [...Buffer.from(GERMAN.replaceAll("„", "\x84").replaceAll("“", "\x93"), "latin1")] },
  { name: "UTF-16 with its mark", bytes: [...Buffer.from(`\uFEFF${GERMAN}`, "utf16le")] },
  { name: "UTF-8 with its mark", bytes: [...Buffer.from(`\uFEFF${GERMAN}`)] },
];
for (const { name, bytes } of encodings) {
  test(`umlauts in a file in ${name}`, async (t) => {
    const { page } = await openReader(t);
    await drop(page, [{ name: "baeckerei.html", bytes }]);
    await seeArticle(page, GERMAN_TITLE);
    assert.match(await page.locator(".sheet").innerText(), /„Ich hätte gern weitergemacht“, sagte Jörg Müller/);
  });
}

test("pictures of another site are fetched when the reader asks, and not before", async (t) => {
  const { page, watch } = await openReader(t);
  /** @type {string[]} */
  const fetched = [];
  await page.route("https://pictures.example/**", (route) => {
    fetched.push(route.request().url());
    return route.fulfill({ contentType: "image/svg+xml", body: "<svg xmlns='http://www.w3.org/2000/svg' width='60' height='40'/>" });
  });
  await paste(page, { html: PICTURES });
  await seeArticle(page, KEEPER_TITLE);
  assert.equal(await page.locator(".sheet img:visible").count(), 0);
  await page.getByRole("tab", { name: "Names" }).click(); // one thing more that might have loaded them
  assert.deepEqual([fetched, watch.problems], [[], []]);
  watch.expect(/request to elsewhere: https:\/\/pictures\.example\//);
  await page.getByRole("button", { name: /^Load 2 pictures/ }).click();
  await page.getByRole("img", { name: "The tower at dusk" }).scrollIntoViewIfNeeded();
  await soon(() => assert.deepEqual(fetched.sort(), ["https://pictures.example/boat.png", "https://pictures.example/tower.png"]));
});

test("opened straight from disk, the page says what to do", async (t) => {
  const { page, watch } = await openPage(t);
  watch.expect(/file:\/\/.*(CORS|ERR_FAILED)|CORS policy.*file:|ERR_FAILED/);
  await page.goto(pathToFileURL(join(DIST, "index.html")).href);
  await page.getByRole("heading", { name: "Postil is starting" }).waitFor();
  assert.match(await page.locator("#boot").innerText(), /opened straight from disk.*python3 -m http\.server/s);
});
