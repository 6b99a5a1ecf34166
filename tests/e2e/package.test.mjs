// The package as npm would publish it: the files that its package.json names and no other, in a plain page, in a worker and in Node.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { FERRY, FERRY_TITLE, KEEPER, KEEPER_TITLE } from "./articles.mjs";
import { openPage } from "./harness.mjs";

/** What `cargo xtask build` fills; `cargo xtask test` builds before it tests. */
const PKG = process.env.POSTIL_PKG ?? fileURLToPath(new URL("../../pkg", import.meta.url));

/** @type {{ files: string[], exports: Record<string, string | Record<string, string>> }} */
const manifest = JSON.parse(readFileSync(join(PKG, "package.json"), "utf8"));

const TYPES = /** @type {Record<string, string>} */ ({ ".js": "text/javascript", ".wasm": "application/wasm" });

/** The headline, and what stands in quotation marks with who says it. @param {any} analysis */
function told({ article, quotes, clusters }) {
  const words = (/** @type {{ start: number, end: number }} */ { start, end }) => article.text.slice(start, end);
  return {
    title: article.blocks.filter((/** @type {any} */ block) => block.kind === "title").map((/** @type {any} */ block) => words(block.span)),
    quotes: quotes.filter((/** @type {any} */ quote) => quote.kind !== "indirect").map((/** @type {any} */ quote) => [words(quote.span), clusters[quote.speaker?.cluster]?.name]),
  };
}

const EXPECTED = {
  html: {
    title: [KEEPER_TITLE],
    quotes: [["“I have counted every ship that passed,”", "Anna Torvald"], ["“The machine will not count them.”", "Anna Torvald"], ["“long overdue”", "Peter Quist"]],
  },
  text: {
    title: [FERRY_TITLE],
    quotes: [["“We have looked under every mat,”", "Lena Voss"], ["“Tomorrow we look under the cat.”", "Lena Voss"]],
  },
};

/**
 * Serves the package beside the page, and a page without anything.
 * @param {import("node:test").TestContext} t
 */
async function openPlainPage(t) {
  const { page, site } = await openPage(t);
  const at = `${site.base}package/`;
  await page.route(`${at}**`, (route) => {
    const name = new URL(route.request().url()).pathname.split("/package/")[1] ?? "";
    if (name === "") return route.fulfill({ contentType: "text/html", body: "<!doctype html><html lang=en><title>Plain</title>" });
    const isPublished = manifest.files.some((file) => name === file || name.startsWith(`${file}/`));
    const file = join(PKG, name);
    if (!isPublished || !existsSync(file)) return route.fulfill({ status: 404, body: "not in the package" });
    return route.fulfill({ contentType: TYPES[extname(name)] ?? "application/octet-stream", body: readFileSync(file) });
  });
  await page.goto(at);
  return page;
}

test("every file that the package names is there", () => {
  const entries = Object.values(manifest.exports).flatMap((entry) => (typeof entry === "string" ? [entry] : Object.values(entry)));
  for (const file of [...manifest.files, ...entries]) assert.ok(existsSync(join(PKG, file)), file);
});

test("analyze() in a plain page", async (t) => {
  const page = await openPlainPage(t);
  const analyses = await page.evaluate(
    async ({ html, text, module }) => {
      const { default: init, analyze, load } = await import(module);
      await init();
      await load();
      const refused = [];
      for (const input of [{}, { html, text }, { text: " " }]) {
        try {
          analyze(input);
        } catch (error) {
          refused.push(String(error));
        }
      }
      return { html: analyze({ html, url: "https://tidal-post.example/keeper", published: "2026-05-01" }), text: analyze({ text }), refused };
    },
    { html: KEEPER, text: FERRY, module: `${page.url()}analysis.js` },
  );
  assert.deepEqual({ html: told(analyses.html), text: told(analyses.text) }, EXPECTED);
  assert.equal(analyses.html.article.metadata.published, "2026-05-01");
  assert.equal(analyses.html.article.links[0].href, "https://tidal-post.example/lamp");
  const either = "TypeError: analyze wants either {html} or {text}";
  assert.deepEqual(analyses.refused, [either, either, "Error: there is nothing to read here: the input is empty"]);
});

test("analyze() in a worker of a plain page", async (t) => {
  const page = await openPlainPage(t);
  const analysis = await page.evaluate(
    async ({ html, module }) => {
      const code = `import init, { analyze, load } from ${JSON.stringify(module)};
        onmessage = async ({ data }) => { await init(); await load(); postMessage(analyze({ html: data })); };`;
      const worker = new Worker(URL.createObjectURL(new Blob([code], { type: "text/javascript" })), { type: "module" });
      worker.postMessage(html);
      return new Promise((resolve, reject) => {
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = (event) => reject(new Error(event.message));
      });
    },
    { html: KEEPER, module: `${page.url()}analysis.js` },
  );
  assert.deepEqual(told(analysis), EXPECTED.html);
});

test("analyze() in Node", async () => {
  const { default: init, analyze, load } = await import(pathToFileURL(join(PKG, "analysis.js")).href);
  await init({ module_or_path: readFileSync(join(PKG, "analysis_bg.wasm")) });
  await load(readFileSync(join(PKG, "postil.model")));
  assert.deepEqual({ html: told(analyze({ html: KEEPER })), text: told(analyze({ text: FERRY })) }, EXPECTED);
});

test("analyze() says where the parts of the one text stand", async () => {
  const { analyze } = await import(pathToFileURL(join(PKG, "analysis.js")).href);
  const { article, document } = analyze({ html: KEEPER });
  const words = (/** @type {{ start: number, end: number }} */ { start, end }) => article.text.slice(start, end);
  assert.equal(words(document.title), KEEPER_TITLE);
  assert.equal(article.text, [document.title, document.body, ...document.comments].map(words).join("\n\n"));
});

test("describe() and resolve() in a plain page", async (t) => {
  const page = await openPlainPage(t);
  const seen = await page.evaluate(async (module) => {
    const { default: init, describe, difference, resolve } = await import(module);
    await init();
    const root = document.createElement("form");
    /** @param {Node} parent @param {string} tag @param {(string | Node)[]} parts */
    const add = (parent, tag, ...parts) => {
      const element = document.createElement(tag);
      element.append(...parts);
      parent.appendChild(element);
      return element;
    };
    const field = add(root, "input");
    field.setAttribute("name", "textContent"); // hides the form's own
    const first = add(root, "p", "The harbour 🚢 of Quay will ", add(root, "em", "close"), " for eleven weeks, ", "the mayor said on Monday.");
    const second = add(root, "p", "Nobody had asked the traders, ", document.createComment("not text"), "whose stalls stand along the eastern wall.");
    const third = add(root, "p", "A decision about the old ferry is due before the end of the month.");
    document.body.append("Outside.", root);
    /** @param {Node} from @param {number} start @param {Node} to @param {number} end */
    const select = (from, start, to, end) => {
      const range = document.createRange();
      range.setStart(from, start);
      range.setEnd(to, end);
      return range;
    };
    const text = (/** @type {AbstractRange | undefined} */ range) => range && select(range.startContainer, range.startOffset, range.endContainer, range.endOffset).toString();
    /** @param {Element} element @param {number} n */
    const child = (element, n) => /** @type {Node} */ (element.childNodes[n]);
    const ship = describe(root, select(child(first, 0), 12, child(first, 0), 14));
    const selectors = [
      describe(root, select(child(first, 0), 4, child(first, 2), 18)), // over three nodes
      describe(root, select(second, 0, second, 3)), // by elements
      describe(root, select(child(third, 0), 0, child(third, 0), 66)),
      ship[0], // a quote alone
      [{ type: "XPathSelector", value: "/p" }, { type: ["oa:TextPositionSelector"], start: 0, end: 3 }],
      [{ type: "TextQuoteSelector", exact: "words that never stood here" }],
      [],
    ];
    const shown = () => resolve(root, selectors).map((/** @type {any} */ found) => [found.state, text(found.range), found.text]);
    const before = shown();
    child(first, 2).nodeValue = " for twelve weeks, ";
    third.remove();
    root.prepend(third);
    const after = shown();
    second.remove();
    const last = shown();
    const shadow = add(document.body, "div").attachShadow({ mode: "open" });
    const inside = add(shadow, "p", "Words in a shadow.");
    const refused = [];
    for (const wrong of [() => describe(root, select(inside, 0, inside, 1)), () => describe(root, select(first, 0, first, 0)), () => resolve(document, [])]) {
      try {
        wrong();
      } catch (error) {
        refused.push(String(error));
      }
    }
    return {
      before, after, last, refused, ship,
      shadow: resolve(shadow, [describe(shadow, select(child(inside, 0), 0, child(inside, 0), 5))]).map((/** @type {any} */ found) => [found.state, found.start, found.end, text(found.range)]),
      pieces: difference("for eleven weeks", "for twelve weeks"),
    };
  }, `${page.url()}anchor.js`);
  const [crossing, traders, ferry] = ["harbour 🚢 of Quay will close for eleven weeks", "Nobody had asked the traders, whose stalls stand along the eastern wall.", "A decision about the old ferry is due before the end of the month."];
  const exact = (/** @type {string} */ words) => ["exact", words, words];
  const gone = ["gone", undefined, undefined];
  assert.deepEqual(JSON.stringify(seen.before), JSON.stringify([exact(crossing), exact(traders), exact(ferry), exact("🚢"), exact("The"), gone, gone]));
  const changed = "harbour 🚢 of Quay will close for twelve weeks";
  assert.deepEqual(seen.after.map(([state, words]) => [state, words]).slice(0, 4), [["changed", changed], ["moved", traders], ["moved", ferry], ["exact", "🚢"]]);
  assert.equal(seen.last[1][0], "gone");
  assert.deepEqual(seen.ship, [
    { type: "TextQuoteSelector", exact: "🚢", prefix: "The harbour ", suffix: " of Quay will close for eleven w" },
    { type: "TextPositionSelector", start: 12, end: 13 },
  ]);
  assert.deepEqual(seen.shadow, [["exact", 0, 5, "Words"]]);
  assert.deepEqual(seen.refused, [
    "RangeError: the range does not lie in the root",
    "RangeError: nothing is selected",
    "TypeError: a root is an element or a shadow root: a document has no text of its own",
  ]);
  assert.deepEqual(seen.pieces, [
    { kind: "kept", text: "for " },
    { kind: "removed", text: "eleven" },
    { kind: "added", text: "twelve" },
    { kind: "kept", text: " weeks" },
  ]);
});
