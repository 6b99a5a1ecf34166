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
