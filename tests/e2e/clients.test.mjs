// Other annotation tools read what Postil exports, and Postil what they make: each on a page with nothing but the article's text.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { KEEPER, KEEPER_TITLE } from "./articles.mjs";
import { openPage } from "./harness.mjs";
import { openReader, painted, paste, seeArticle, showList, soon, tag } from "./reader.mjs";

/** @typedef {import("playwright-core").Page} Page */

const CLAIM = "a machine took over the lamp";
const SHIPS = "counted every ship";

/** A page's script that hands a client's functions on. @param {string} source */
async function bundle(source) {
  const resolveDir = fileURLToPath(new URL("../..", import.meta.url));
  const made = await build({ stdin: { contents: source, resolveDir }, bundle: true, format: "iife", globalName: "client", write: false, logLevel: "error" });
  return made.outputFiles[0]?.text ?? "";
}

/** The reader with two passages tagged, and what is exported of them. @param {import("node:test").TestContext} t */
async function exported(t) {
  const { page } = await openReader(t);
  await paste(page, { html: KEEPER });
  await seeArticle(page, KEEPER_TITLE);
  await tag(page, CLAIM, "1");
  await tag(page, SHIPS, "2");
  await showList(page, "Mine");
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Export JSON-LD" }).click()]);
  return { page, items: JSON.parse(await readFile(await file.path(), "utf8")).first.items };
}

/**
 * A page with the article's paragraphs and a client's script.
 * @param {import("node:test").TestContext} t @param {string} script
 */
async function plainPage(t, script) {
  const { page, site } = await openPage(t);
  const paragraphs = [...KEEPER.matchAll(/<(h1|p)>[^]*?<\/\1>/g)].map(([element]) => element);
  const body = `<!doctype html><html lang="en"><title>Plain</title><main id="text">${paragraphs.join("\n\n")}</main>`;
  await page.route(`${site.base}plain`, (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body }));
  await page.goto(`${site.base}plain`);
  await page.addScriptTag({ content: await bundle(script) });
  return page;
}

/** Deletes all passages and imports a file. @param {Page} page @param {object} annotations */
async function importInstead(page, annotations) {
  await page.getByRole("button", { name: "Import" }).waitFor();
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: "Import" }).click()]);
  await chooser.setFiles({ name: "theirs.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(annotations)) });
}

test("Recogito's text annotator marks the words of an export, and what it makes comes in", async (t) => {
  const { page, items } = await exported(t);
  const theirs = await plainPage(t, `export { W3CTextFormat, createTextAnnotator, reviveAnnotation } from "@recogito/text-annotator";`);
  const { marked, made } = await theirs.evaluate(async ([given]) => {
    const { client } = /** @type {any} */ (globalThis);
    const text = document.getElementById("text") ?? document.body;
    // it goes by positions alone, and those count in Postil's text: it is given that text, the blocks with an empty line between
    text.textContent = [...text.children].map((element) => element.textContent).join("\n\n");
    const source = given[0].target.source;
    const annotator = client.createTextAnnotator(text, { adapter: client.W3CTextFormat(source, text) });
    await annotator.setAnnotations(given);
    const marked = annotator.state.store.all().map((/** @type {any} */ one) => client.reviveAnnotation(one, text).target.selector[0].range.toString());
    annotator.clearAnnotations();
    const quote = "long overdue";
    const range = document.createRange();
    const node = /** @type {Text} */ (text.firstChild);
    const start = node.data.indexOf(quote);
    range.setStart(node, start);
    range.setEnd(node, start + quote.length);
    const target = { annotation: "b7e5", selector: [{ quote, start, end: start + quote.length, range }], created: new Date("2026-01-02T03:04:05Z") };
    annotator.state.store.addAnnotation({ id: "b7e5", bodies: [{ id: "x", annotation: "b7e5", purpose: "tagging", value: "recogito" }], target });
    return { marked, made: annotator.getAnnotations() };
  }, [items]);
  assert.deepEqual(marked.sort(), [CLAIM, SHIPS]);
  assert.equal(made.length, 1);
  await importInstead(page, made);
  await soon(async () => assert.deepEqual((await painted(page, "postil-tag-")).sort(), [CLAIM, SHIPS, "long overdue"]));
  await page.getByText("1 passage imported.").waitFor();
});

test("Apache Annotator finds the words of an export in the article's own markup, and what it describes comes in", async (t) => {
  const { page, items } = await exported(t);
  const theirs = await plainPage(t, `export { createTextQuoteSelectorMatcher, describeTextQuote } from "@apache-annotator/dom";`);
  const { marked, made } = await theirs.evaluate(async ([given]) => {
    const { client } = /** @type {any} */ (globalThis);
    const text = document.getElementById("text") ?? document.body;
    const marked = [];
    for (const annotation of given) {
      const selector = annotation.target.selector.find((/** @type {any} */ one) => one.type === "TextQuoteSelector");
      for await (const range of client.createTextQuoteSelectorMatcher(selector)(text)) marked.push(range.toString());
    }
    const range = document.createRange();
    for (const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT); walker.nextNode(); ) {
      const node = /** @type {Text} */ (walker.currentNode);
      const start = node.data.indexOf("long overdue");
      if (start < 0) continue;
      range.setStart(node, start);
      range.setEnd(node, start + "long overdue".length);
    }
    const selector = await client.describeTextQuote(range, text);
    const target = { source: given[0].target.source, selector };
    return { marked, made: { "@context": "http://www.w3.org/ns/anno.jsonld", id: "urn:example:1", type: "Annotation", motivation: "highlighting", target } };
  }, [items]);
  assert.deepEqual(marked.sort(), [CLAIM, SHIPS]);
  await importInstead(page, made);
  await soon(async () => assert.deepEqual((await painted(page, "postil-tag-")).sort(), [CLAIM, SHIPS, "long overdue"]));
});
