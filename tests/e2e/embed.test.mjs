// Postil on pages of others, friendly and not: it paints there, changes nothing but for one element of its own, and leaves without a trace.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { test } from "node:test";
import { ARABIC, CHOIR, CHOIR_TITLE, KEEPER, KEEPER_TITLE } from "./articles.mjs";
import { DIST, launch, screenshot } from "./harness.mjs";
import { Host } from "./host.mjs";
import { seeArticle, soon } from "./reader.mjs";

/** @typedef {import("playwright-core").Page} Page */

const WITH = (/** @type {string} */ html, /** @type {string} */ more) => html.replace("</body>", () => `${more}</body>`);
const SAID = "“I have counted every ship that passed,”";

/** Host pages, each with what it does to others. @type {Record<string, { html: string, headers?: (postil: string) => Record<string, string>, painted?: string }>} */
const HOSTS = {
  "a plain page": { html: KEEPER },
  "a page whose policy allows Postil and nothing else": {
    html: KEEPER,
    headers: (postil) => ({ "content-security-policy": `default-src 'none'; script-src ${postil}; frame-src ${postil}; require-trusted-types-for 'script'` }),
  },
  "a page that resets everything": {
    html: WITH(KEEPER, "<style>* { all: unset !important; color: lime !important; position: static !important } iframe, html > :last-child { opacity: .01 !important }</style>"),
  },
  "a page that paints highlights of its own": {
    html: WITH(KEEPER, "<script>CSS.highlights.set('own', new Highlight(new Range())); document.adoptedStyleSheets = [new CSSStyleSheet()];</script>"),
  },
  "a page of frozen prototypes": {
    html: WITH(KEEPER, "<script>for (const one of [Object, Array, Function, Map, Node, Element, Promise]) Object.freeze(one.prototype);</script>"),
  },
  "a page that draws itself anew and anew": {
    html: WITH(KEEPER, "<script>setInterval(() => { const p = document.querySelectorAll('article p')[1]; p.replaceWith(p.cloneNode(true)); }, 1500);</script>"),
  },
  "a page that hides its properties behind form fields": {
    html: WITH(KEEPER, '<form><input name="nextSibling"><input name="textContent"><input name="parentNode"></form>'),
  },
  "a page in frames": { html: WITH(KEEPER, '<iframe srcdoc="<p>An advertisement</p>"></iframe><iframe></iframe>') },
  "a page that writes itself": { html: `<!doctype html><script>document.open(); document.write(${JSON.stringify(KEEPER).replaceAll("</", "<\\/")}); document.close();</script>` },
  "a page that is long": { html: WITH(KEEPER, `<div>${"<p>Nothing is said here of the light on the rock, nor of its keeper.</p>".repeat(4_000)}</div>`) },
  "a page that is read from right to left": { html: ARABIC, painted: "«انتظرنا هذا اليوم طويلا، ولن نغلق الأبواب مرة أخرى»" },
};

/** Postil on one origin and a paper on another. @param {import("node:test").TestContext} t @param {{ html: string, headers?: (postil: string) => Record<string, string> }} host */
async function begin(t, { html, headers }) {
  const { browser } = await launch();
  const postil = await new Host(DIST).start(t);
  postil.headers = { "access-control-allow-origin": "*" };
  const server = createServer((request, response) => {
    const own = { "content-type": "text/html; charset=utf-8", ...headers?.(postil.origin ?? "") };
    response.writeHead(200, own).end(request.url === "/choir" ? CHOIR : html);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", () => done(undefined)));
  t.after(() => server.close());
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" });
  t.after(() => context.close());
  const page = await context.newPage();
  /** @type {string[]} */
  const said = [];
  page.on("pageerror", (error) => said.push(error.message));
  page.on("console", (message) => message.type() === "error" && said.push(message.text()));
  await page.goto(`http://127.0.0.1:${/** @type {import("node:net").AddressInfo} */ (server.address()).port}/keeper`);
  return { page, said, script: `${postil.base}embed.js` };
}

/** Puts the tag on the page, and takes it off again: what it started stays. @param {Page} page @param {string} script */
async function embed(page, script) {
  await page.evaluate(async (src) => {
    const tag = document.createElement("script");
    Object.assign(tag, { type: "module", src: /** @type {any} */ (window).trustedTypes?.createPolicy("test", { createScriptURL: (/** @type {string} */ url) => url }).createScriptURL(src) ?? src });
    tag.dataset.open = "";
    const loaded = new Promise((done, failed) => Object.assign(tag, { onload: done, onerror: failed }));
    document.head.append(tag);
    await loaded;
    tag.remove();
  }, script);
}

/** All of the page but what Postil adds to it. @param {Page} page */
const state = (page) =>
  page.evaluate(() => {
    const copy = /** @type {Element} */ (document.documentElement.cloneNode(true));
    const added = copy.querySelectorAll("postil-embed");
    for (const element of added) element.remove();
    const first = document.querySelector("article p, p");
    return {
      html: copy.outerHTML,
      globals: Object.getOwnPropertyNames(window).filter((name) => name !== "postil" && !/^\d+$/.test(name)).length,
      look: first ? JSON.stringify([getComputedStyle(first).color, getComputedStyle(first).font, first.getBoundingClientRect()]) : "",
      others: [...CSS.highlights.keys()].filter((name) => !name.startsWith("postil-")),
      scroll: [document.documentElement.scrollWidth, document.documentElement.scrollHeight, history.length],
    };
  });

/** What Postil paints on the page's own text. @param {Page} page */
const painted = (page) =>
  page.evaluate(() =>
    [...CSS.highlights].filter(([name]) => name.startsWith("postil-voice")).flatMap(([, highlight]) =>
      [.../** @type {Iterable<any>} */ (highlight)].map((range) => range.startContainer.data.slice(range.startOffset, range.endOffset))),
  );

/** The frame with Postil in it. @param {Page} page */
const frame = (page) => soon(() => page.frames().find((one) => one.url().includes("/papers/postil/")) ?? assert.fail("no frame"));

for (const [name, host] of Object.entries(HOSTS)) {
  test(name, async (t) => {
    const { page, said, script } = await begin(t, host);
    const before = await state(page);
    await embed(page, script);
    await soon(async () => assert.ok((await painted(page)).includes(host.painted ?? SAID), (await painted(page)).join(" | ")), 20_000);
    assert.deepEqual(await state(page), before);
    assert.equal(await page.evaluate(() => document.documentElement.lastElementChild?.localName), "postil-embed");
    if (name === "a plain page") await screenshot(page, "embed");
    assert.deepEqual(said, []);
  });
}

test("what the reader tags beside the article is painted on it, and found again", async (t) => {
  const { page, script } = await begin(t, { html: KEEPER });
  await embed(page, script);
  const inside = async () => {
    const postil = await frame(page);
    await postil.locator(".sheet h1", { hasText: KEEPER_TITLE }).waitFor();
    return postil;
  };
  const tags = () => page.evaluate(() => CSS.highlights.has("postil-tag-0"));
  const postil = await inside();
  await postil.evaluate(() => {
    const words = document.querySelectorAll(".sheet .col p")[1]?.firstChild ?? document.querySelector(".sheet h1")?.firstChild;
    if (words) getSelection()?.setBaseAndExtent(words, 0, words, 9);
  });
  await postil.locator("#tagbar button").first().click();
  await soon(async () => assert.ok(await tags()));
  await page.reload();
  await embed(page, script);
  await inside();
  await soon(async () => assert.ok(await tags()));
});

test("an article that the page's router swaps is followed", async (t) => {
  const { page, script } = await begin(t, { html: KEEPER });
  await embed(page, script);
  const postil = await frame(page);
  await postil.locator(".sheet h1", { hasText: KEEPER_TITLE }).waitFor();
  await page.evaluate(async () => {
    const other = new DOMParser().parseFromString(await (await fetch("choir")).text(), "text/html");
    history.pushState(null, "", "choir");
    document.querySelector("article")?.replaceWith(document.adoptNode(/** @type {Element} */ (other.querySelector("article"))));
  });
  await seeArticle(/** @type {any} */ (postil), CHOIR_TITLE);
  await soon(async () => assert.ok((await painted(page)).some((words) => words.includes("They can keep the night boat"))));
});

test("a page that forbids the frame is told what to allow, and is left as it was", async (t) => {
  const headers = (/** @type {string} */ postil) => ({ "content-security-policy": `default-src 'none'; script-src ${postil}` });
  const { page, said, script } = await begin(t, { html: KEEPER, headers });
  const before = await state(page);
  await embed(page, script);
  await soon(() => assert.ok(said.some((line) => /^Postil: .+It has to allow: frame-src http/.test(line)), said.join("\n")));
  assert.equal(await page.locator("postil-embed").count(), 0);
  assert.deepEqual(await state(page), before);
});

test("destroyed, it leaves nothing", async (t) => {
  const { page, script } = await begin(t, { html: KEEPER });
  const before = await state(page);
  await page.evaluate(async (src) => {
    await import(src);
    const annotator = /** @type {any} */ (window).postil.annotate(document.querySelector("article"), { open: true, position: "left" });
    Object.assign(window, { annotator });
  }, script);
  await soon(async () => assert.ok((await painted(page)).includes(SAID)), 20_000);
  await page.evaluate(() => {
    /** @type {any} */ (window).annotator.destroy();
    delete (/** @type {any} */ (window).annotator);
  });
  assert.deepEqual(await state(page), before);
  assert.deepEqual(await painted(page), []);
  assert.deepEqual(await page.evaluate(() => [document.querySelectorAll("postil-embed").length, document.adoptedStyleSheets.length]), [0, 0]);
});
