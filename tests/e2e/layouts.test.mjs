// One article in several layouts: what was noted in one of them is there in the others.
import assert from "node:assert/strict";
import { test } from "node:test";
import { CHOIR, CHOIR_TITLE, CLAIM, FERRY, FERRY_TITLE, KEEPER, KEEPER_TITLE } from "./articles.mjs";
import { download, kept, openKeeper, openReader, paste, rows, seeArticle, seePassages, serve, showList, soon, tag } from "./reader.mjs";

/** @typedef {import("playwright-core").Page} Page */

const CANDLES = "They bring their own candles";

/** The keeper's article as it stands on its site. */
const PAGE = KEEPER.replace("<title>", `<link rel="canonical" href="https://www.tidal-post.example/rock/keeper?utm_source=front"><title>`);

/** The same to print: other address, other headline, other markup, a line that is not the article's, and no marks that curl. */
const PRINT = `<!doctype html><html lang="en"><head><title>Print: keeper</title>
<link rel="canonical" href="https://tidal-post.example/print.php?article=77"></head><body><div class="printable"><h1>The Tidal Post: Last keeper leaves Gannet Rock</h1>
<p>Printed for your own use only.</p>${[...KEEPER.matchAll(/<p>[^]*?<\/p>/g)].map(([p]) => p.replaceAll(/[“”]/g, '"').replaceAll(/<\/?a\b[^>]*>/g, "")).join("\n")}</div></body></html>`;

/** What a reader copies of it: some of its paragraphs. */
const PASTE = [...KEEPER.matchAll(/<p>([^]*?)<\/p>/g)].slice(0, 3).map(([, p = ""]) => p.replaceAll(/<[^>]*>/g, "").replaceAll("\n", " ")).join("\n\n");

/** Waits until the article on show is one of those opened before. @param {Page} page */
const remembered = (page) => soon(() => assert.match(page.url(), /#./));

test("a note written on a paste stands on the saved page, and the other way round", async (t) => {
  const { page } = await openReader(t);
  await paste(page, { text: PASTE });
  await page.getByText("promised that the lamp would burn").first().waitFor();
  await tag(page, CLAIM, "1");
  await kept(page, 1);
  await remembered(page);
  await paste(page, { html: PAGE });
  await seeArticle(page, KEEPER_TITLE);
  await seePassages(page, [CLAIM]);
  await tag(page, CANDLES, "2");
  await kept(page, 2);
  await paste(page, { text: PASTE });
  await seePassages(page, [CLAIM]);
  await showList(page, "Mine");
  assert.match(await page.locator("#list").innerText(), /No longer in this article’s text[^]*They bring their own candles/);
});

test("the version to print has the notes of the page, and what is changed there is changed here", async (t) => {
  const { page } = await openReader(t);
  await paste(page, { html: PAGE });
  await seeArticle(page, KEEPER_TITLE);
  await tag(page, CLAIM, "1");
  await kept(page, 1);
  await paste(page, { html: PRINT });
  await page.getByText("Printed for your own use only").waitFor();
  await seePassages(page, [CLAIM]);
  await showList(page, "Mine");
  await page.locator("#list").getByRole("button", { name: "Delete", exact: true }).click();
  await seePassages(page, []);
  await paste(page, { html: PAGE });
  await seeArticle(page, KEEPER_TITLE);
  await seePassages(page, []);
  await page.getByRole("button", { name: "Undo" }).last().click();
  await seePassages(page, [CLAIM]);
  await kept(page, 1);
});

test("an address is the same with a fragment, with where the reader came from, and on a telephone", async (t) => {
  const { page, site } = await openReader(t);
  // so short that its words alone would say little
  const short = "<article><h1>Fog</h1><p>Fog stays on the rock until noon.</p></article>";
  const address = await serve(page, site, "fog.html", short);
  await page.goto(`${site.base}?url=${encodeURIComponent(address)}`);
  await seeArticle(page, "Fog");
  await tag(page, "until noon", "1");
  await kept(page, 1);
  for (const more of ["?utm_source=mail#comments", "?print=1", "/amp"]) {
    await page.route(address + more.replace(/#.*/, ""), (route) => route.fulfill({ body: short.replace("Fog<", "Fog, again<"), contentType: "text/html" }));
    await page.goto(`${site.base}?url=${encodeURIComponent(address + more)}`);
    await seeArticle(page, "Fog, again");
    await seePassages(page, ["until noon"]);
  }
});

test("two tabs with two layouts see each other's passages", async (t) => {
  const { page } = await openReader(t);
  await paste(page, { html: PAGE });
  await seeArticle(page, KEEPER_TITLE);
  await remembered(page);
  const other = await page.context().newPage();
  await other.goto(page.url().replace(/#.*/, ""));
  await other.locator(".sheet h1").waitFor();
  await paste(other, { html: PRINT });
  await other.getByText("Printed for your own use only").waitFor();
  await tag(page, CLAIM, "1");
  await seePassages(other, [CLAIM]);
  // the first tab did not know of the other layout when it opened its own
  await tag(other, CANDLES, "2");
  await seePassages(page, [CLAIM, CANDLES]);
});

test("another article is another, and keeps its own notes", async (t) => {
  const { page } = await openKeeper(t);
  await tag(page, CLAIM, "1");
  await kept(page, 1);
  await paste(page, { text: FERRY });
  await seeArticle(page, FERRY_TITLE);
  await showList(page, "Mine");
  assert.deepEqual(await rows(page, "q"), []);
});

test("a library in a file knows its articles by their words", async (t) => {
  const { page } = await openReader(t);
  await paste(page, { html: PAGE });
  await seeArticle(page, KEEPER_TITLE);
  await tag(page, CLAIM, "1");
  await kept(page, 1);
  await page.getByRole("button", { name: "Library" }).click();
  const file = await download(page, "Save all as one file");
  const { page: other } = await openReader(t);
  await other.getByRole("button", { name: "Library" }).click();
  const [chooser] = await Promise.all([other.waitForEvent("filechooser"), other.getByRole("button", { name: "Import…" }).click()]);
  await chooser.setFiles({ name: file.name, mimeType: "application/ld+json", buffer: Buffer.from(file.text) });
  await kept(other, 1);
  await other.getByRole("link", { name: KEEPER_TITLE }).waitFor();
  await paste(other, { text: PASTE });
  await seePassages(other, [CLAIM]);
});

test("imported passages are there in a layout whose address differs", async (t) => {
  const { page } = await openReader(t);
  const source = "https://m.tidal-post.example/choir/?fbclid=x";
  const row = { id: "x1", uri: source, text: "why?", tags: ["lamp"], target: [{ source, selector: [{ type: "TextQuoteSelector", exact: "There was lemon soup" }] }] };
  await showList(page, "Mine");
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: "Import" }).first().click()]);
  await chooser.setFiles({ name: "h.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify({ rows: [row] })) });
  await kept(page, 1);
  await paste(page, { html: CHOIR });
  await seeArticle(page, CHOIR_TITLE);
  await seePassages(page, ["There was lemon soup"]);
});

test("a library of the build before knows its articles by their addresses", async (t) => {
  const { page, watch } = await openReader(t);
  watch.expect(/closed its storage|newer Postil/); // the database is taken away under the page
  await page.evaluate(async () => {
    /** @param {IDBRequest} request @returns {Promise<any>} */
    const answered = (request) => new Promise((done, fail) => Object.assign(request, { onsuccess: () => done(request.result), onerror: fail }));
    await answered(indexedDB.deleteDatabase("postil"));
    const opening = indexedDB.open("postil", 2);
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore("notes", { keyPath: "id" }).createIndex("source", "target.source");
      for (const store of ["articles", "pages"]) opening.result.createObjectStore(store, { keyPath: "source" });
      opening.result.createObjectStore("aside", { autoIncrement: true });
      opening.result.createObjectStore("tags", { keyPath: "name" });
    };
    const old = await answered(opening);
    const selector = [{ type: "TextQuoteSelector", exact: "There was lemon soup", prefix: "", suffix: "" }];
    await answered(old.transaction("notes", "readwrite").objectStore("notes").put({
      "@context": "http://www.w3.org/ns/anno.jsonld",
      id: "urn:uuid:old",
      type: "Annotation",
      motivation: "tagging",
      created: "2026-01-01T00:00:00Z",
      modified: "2026-01-01T00:00:00Z",
      body: [{ type: "TextualBody", purpose: "tagging", value: "soup" }],
      target: { source: "https://m.tidal-post.example/choir", selector },
    }));
    old.close();
  });
  await page.reload();
  await page.locator(".sheet h1").waitFor();
  await paste(page, { html: CHOIR });
  await seeArticle(page, CHOIR_TITLE);
  await seePassages(page, ["There was lemon soup"]);
});
