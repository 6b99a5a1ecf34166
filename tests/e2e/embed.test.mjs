// Postil on pages of others, friendly and not: it paints there, changes nothing but for one element of its own, and leaves without a trace.
// One file, since each test is of the same few gestures on somebody else's page, and they stand here once.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { CHOIR, CHOIR_TITLE, KEEPER, KEEPER_TITLE } from "./articles.mjs";
import { firefox } from "./firefox.mjs";
import { DIST, axe, launch, screenshot } from "./harness.mjs";
import { Host } from "./host.mjs";
import { soon } from "./reader.mjs";
import { HOSTS, IN_SHADOW, SAID, WITH } from "./strangers.mjs";

/** @typedef {import("playwright-core").Page} Page */

/**
 * Postil on one origin and a paper on another.
 * @param {import("node:test").TestContext} t
 * @param {{ html: string, headers?: (postil: string) => Record<string, string> }} host
 * @param {import("playwright-core").BrowserContextOptions} [options]
 */
async function begin(t, { html, headers }, options) {
  const { browser } = await launch();
  const postil = await new Host(DIST).start(t);
  postil.headers = { "access-control-allow-origin": "*" };
  const server = createServer((request, response) => {
    const own = { "content-type": "text/html; charset=utf-8", ...headers?.(postil.origin ?? "") };
    response.writeHead(200, own).end(request.url === "/choir" ? CHOIR : html);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", () => done(undefined)));
  t.after(() => server.close());
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: "reduce", ...options });
  t.after(() => context.close());
  const page = await context.newPage();
  /** @type {string[]} */
  const said = [];
  page.on("pageerror", (error) => said.push(error.message));
  page.on("console", (message) => message.type() === "error" && said.push(message.text()));
  await page.goto(`http://127.0.0.1:${/** @type {import("node:net").AddressInfo} */ (server.address()).port}/keeper`);
  return { page, said, postil, script: `${postil.base}embed.js` };
}

/** Puts the tag on the page, and takes it off again: what it started stays. @param {Page} page @param {string} script @param {Record<string, string>} [data] */
async function embed(page, script, data = {}) {
  await page.evaluate(async ([src, data]) => {
    const tag = document.createElement("script");
    Object.assign(tag, { type: "module", src: /** @type {any} */ (window).trustedTypes?.createPolicy("test", { createScriptURL: (/** @type {string} */ url) => url }).createScriptURL(src) ?? src });
    Object.assign(tag.dataset, { open: "" }, data);
    const loaded = new Promise((done, failed) => Object.assign(tag, { onload: done, onerror: failed }));
    document.head.append(tag);
    await loaded;
    tag.remove();
  }, /** @type {const} */ ([script, data]));
}

/** All of the page but what Postil adds to it. @param {Page} page */
const state = (page) =>
  page.evaluate(() => {
    const copy = /** @type {Element} */ (document.documentElement.cloneNode(true));
    const added = copy.querySelectorAll("postil-embed");
    for (const element of added) element.remove();
    const story = document.querySelector("paper-story")?.shadowRoot;
    const first = (story ?? document).querySelector("article p, p");
    return {
      shadow: story ? [story.innerHTML, first ? getComputedStyle(first).color : ""] : [],
      html: copy.outerHTML,
      globals: Object.getOwnPropertyNames(window).filter((name) => name !== "postil" && !/^\d+$/.test(name)).length,
      look: first ? JSON.stringify([getComputedStyle(first).color, getComputedStyle(first).font, first.getBoundingClientRect()]) : "",
      others: [...CSS.highlights.keys()].filter((name) => !name.startsWith("postil-")),
      scroll: [document.documentElement.scrollWidth, document.documentElement.scrollHeight, history.length],
    };
  });

/** What Postil paints on the page's own text. @param {Page} page @param {string} [prefix] of the highlights */
const painted = (page, prefix = "postil-voice") =>
  page.evaluate((prefix) =>
    [...CSS.highlights].filter(([name]) => name.startsWith(prefix)).flatMap(([, highlight]) =>
      [.../** @type {Iterable<any>} */ (highlight)].map((range) => range.startContainer.data.slice(range.startOffset, range.endOffset))),
    prefix);

/** The frame with Postil in it, once it shows what it found. @param {Page} page @param {string} [title] of the article */
async function beside(page, title = KEEPER_TITLE) {
  const frame = await soon(() => page.frames().find((one) => one.url().includes("/papers/postil/")) ?? assert.fail("no frame"));
  await frame.locator(".sheet h1", { hasText: title }).waitFor({ state: "attached" });
  return frame;
}

/** Selects words of the page's own text by the mouse. @param {Page} page @param {string} words */
async function select(page, words) {
  const [from, to] = await page.evaluate((words) => {
    const roots = [document, ...[...document.querySelectorAll("*")].flatMap((element) => element.shadowRoot ?? [])];
    for (const root of roots) {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = /** @type {Text} */ (node).data.indexOf(words);
        if (at < 0 || !node.parentElement?.checkVisibility()) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + words.length);
        node.parentElement.scrollIntoView({ block: "center", behavior: "instant" });
        const lines = [...range.getClientRects()];
        const [first, last] = [lines[0], lines.at(-1)];
        if (first && last) return [[first.left + 1, first.top + first.height / 2], [last.right - 1, last.top + last.height / 2]];
      }
    }
    throw new Error(`nowhere: ${words}`);
  }, words);
  await page.mouse.move(from?.[0] ?? 0, from?.[1] ?? 0);
  await page.mouse.down();
  await page.mouse.move(to?.[0] ?? 0, to?.[1] ?? 0, { steps: 4 });
  await page.mouse.up();
}

/** The passages of the reader's that are painted. @param {Page} page */
const passages = (page) => painted(page, "postil-tag-");

for (const [name, host] of Object.entries(HOSTS)) {
  test(name, async (t) => {
    const { page, said, script } = await begin(t, host);
    const before = await state(page);
    await embed(page, script, { manual: "" });
    await page.evaluate(() => {
      const { postil } = /** @type {any} */ (window);
      // under a symbol, as no name is added
      /** @type {any} */ (window)[Symbol.for("test")] = postil.annotate(document.body, { open: true });
    });
    const seen = async () => assert.ok((await painted(page)).includes(host.painted ?? SAID), (await painted(page)).join(" | "));
    await soon(seen, 20_000);
    assert.deepEqual(await state(page), before);
    assert.equal(await page.evaluate(() => document.documentElement.lastElementChild?.localName), "postil-embed");

    const postil = await beside(page, host.title);
    const words = host.words ?? "a machine took over";
    await select(page, words);
    await postil.locator("#tagbar button").first().waitFor();
    await page.keyboard.press("1");
    await soon(async () => assert.equal((await passages(page)).join(""), words));
    await page.evaluate(() => getSelection()?.removeAllRanges());
    if (host.redraws) {
      // what is drawn anew is painted anew
      await page.evaluate(() => new Promise((done) => new MutationObserver(done).observe(document, { subtree: true, childList: true })));
      await soon(seen);
      await soon(async () => assert.equal((await passages(page)).join(""), words));
    }
    await page.evaluate(() => scrollTo(0, 0));
    assert.deepEqual(await state(page), before);

    await page.evaluate(() => {
      const test = Symbol.for("test");
      /** @type {any} */ (window)[test].destroy();
      delete (/** @type {any} */ (window)[test]);
    });
    assert.deepEqual(await state(page), before);
    assert.deepEqual([await painted(page, "postil-"), await page.locator("postil-embed").count()], [[], 0]);
    assert.deepEqual(said, []);
  });
}

test("a passage that the reader selects on the page is tagged by a key, and found again", async (t) => {
  const { page, script } = await begin(t, { html: KEEPER });
  const before = await state(page);
  await embed(page, script);
  const postil = await beside(page);
  await soon(async () => assert.ok((await painted(page)).includes(SAID)));
  await screenshot(page, "embed");
  await select(page, "a machine took over");
  await postil.locator("#tagbar button").first().waitFor();
  await soon(async () => {
    const [bar, words] = [await postil.locator("#tagbar").boundingBox(), await page.evaluate(() => getSelection()?.getRangeAt(0).getBoundingClientRect().bottom)];
    assert.ok(bar && words && bar.y > words && bar.y < words + 40, `the bar stands under the words: ${bar?.y}, ${words}`);
  });
  await screenshot(page, "embed-tagging");
  await page.keyboard.press("1");
  await soon(async () => assert.deepEqual(await passages(page), ["a machine took over"]));
  await postil.locator(".layers [data-id=mine] .count", { hasText: /^1$/ }).waitFor();
  assert.equal((await state(page)).html, before.html);
  await page.reload();
  await embed(page, script);
  await beside(page);
  await soon(async () => assert.deepEqual(await passages(page), ["a machine took over"]));
});

test("a note is typed beside the page, and none of its keys are the page's", async (t) => {
  const { page, script } = await begin(t, { html: KEEPER });
  await page.evaluate(() => {
    const heard = /** @type {string[]} */ ([]);
    Object.assign(window, { heard });
    addEventListener("keydown", (event) => heard.push(event.key), true);
  });
  await embed(page, script);
  const postil = await beside(page);
  await select(page, "a machine took over");
  await postil.locator("#tagbar button").first().waitFor();
  await page.keyboard.press("n");
  await postil.locator("dialog[open] #edit-note").waitFor();
  await soon(async () => assert.ok(await postil.evaluate(() => document.hasFocus())));
  await page.keyboard.type("What machine?");
  await postil.locator("dialog[open] [type=submit]").click();
  await screenshot(page, "embed-note");
  await postil.locator("#tab-mine").click();
  await postil.locator("#list").getByText("What machine?").waitFor();
  await soon(async () => assert.deepEqual(await passages(page), ["a machine took over"]));
  // outside of a selection, and after it, keys are the page's again
  await page.locator("article h1").click();
  await page.keyboard.press("1");
  assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).heard.filter((/** @type {string} */ key) => key !== "n")), ["1"]);
});

test("pointing at a mark on the page shows its card there, and a row leads to its place", async (t) => {
  const { page, script } = await begin(t, { html: WITH(KEEPER, '<div style="height: 3000px"></div>') });
  await embed(page, script);
  const postil = await beside(page);
  await soon(async () => assert.ok((await painted(page)).includes(SAID)));
  const at = await page.evaluate((words) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const from = /** @type {Text} */ (node).data.indexOf(words);
      if (from < 0) continue;
      const range = document.createRange();
      range.setStart(node, from + 6);
      range.setEnd(node, from + 7);
      const { left, top, height } = range.getBoundingClientRect();
      return { x: left + 1, y: top + height / 2 };
    }
    throw new Error("nowhere");
  }, SAID);
  await page.mouse.move(at.x, at.y);
  await postil.locator("#card").waitFor();
  const card = await postil.locator("#card").boundingBox();
  assert.ok(card && Math.abs(card.y + card.height - at.y) < 60 || card && Math.abs(card.y - at.y) < 60, JSON.stringify([card, at]));
  await screenshot(page, "embed-card");
  // the window beside the card and the panel is the page's
  assert.equal(await page.evaluate(() => document.elementFromPoint(200, 700)?.closest("postil-embed")), null);
  await page.evaluate(() => scrollTo(0, 2500));
  await postil.locator("#list .voice li button").first().click();
  await soon(async () => assert.ok((await page.evaluate(() => scrollY)) < 1000));
});

test("with the reader's own layer alone nothing is analysed, and nothing for that is fetched", async (t) => {
  const { page, postil, said, script } = await begin(t, { html: KEEPER });
  await embed(page, script, { layers: "mine" });
  const inside = await beside(page);
  await select(page, "a machine took over");
  await inside.locator("#tagbar button").first().waitFor();
  await page.keyboard.press("1");
  await soon(async () => assert.deepEqual(await passages(page), ["a machine took over"]));
  assert.deepEqual(await inside.locator(".layers button:visible").allInnerTexts().then((all) => all.map((words) => words.split(/\s/)[0])), ["Mine"]);
  assert.deepEqual(postil.asked.filter((path) => /analysis|\.model|worker|sample/.test(path)), []);
  assert.ok(postil.asked.some((path) => /page_bg/.test(path)));
  assert.deepEqual(said, []);
  // and it is the same passage where all is analysed
  await page.reload();
  await embed(page, script);
  await beside(page);
  await soon(async () => assert.deepEqual(await passages(page), ["a machine took over"]));
});

test("layers, side, colours and store are as the tag says", async (t) => {
  const { page, script } = await begin(t, { html: KEEPER }, { colorScheme: null });
  await embed(page, script, { layers: "names", position: "left", theme: "dark", storage: "second" });
  const postil = await beside(page);
  await soon(async () => assert.ok((await painted(page, "postil-name-")).includes("Anna Torvald")));
  assert.deepEqual(await painted(page), []);
  const panel = await postil.locator("body").boundingBox();
  assert.ok(panel && panel.x < 20, `on the left: ${panel?.x}`);
  assert.ok(await postil.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches));
  assert.deepEqual(await postil.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name)), ["postil-second"]);
  const looks = () => page.evaluate(() => document.adoptedStyleSheets[0]?.cssRules[0]?.cssText);
  assert.equal(await looks(), "::highlight(postil-voice-0) { background-color: rgb(248, 227, 209); }", "on a light page marks are light");
  await screenshot(page, "embed-dark");
});

test("comments that come late are read, and what is tagged keeps its place", async (t) => {
  const { page, script } = await begin(t, { html: KEEPER });
  await embed(page, script);
  const postil = await beside(page);
  await select(page, "a machine took over");
  await postil.locator("#tagbar button").first().waitFor();
  await page.keyboard.press("1");
  await soon(async () => assert.deepEqual(await passages(page), ["a machine took over"]));
  await page.evaluate(() => {
    const thread = document.createElement("section");
    thread.id = "comments";
    thread.innerHTML = `<h2>2 comments</h2><ol class="comment-list">
      <li class="comment" id="comment-1"><cite class="comment-author">Ulla Brandt</cite> <time datetime="2026-03-03T19:02:00Z">3 March 2026</time><div class="comment-content"><p>She taught my children to tie knots.</p></div></li>
      <li class="comment" id="comment-2"><cite class="comment-author">Per Holm</cite> <time datetime="2026-03-03T20:02:00Z">3 March 2026</time><div class="comment-content"><p>And mine to read the weather from the gulls.</p></div></li></ol>`;
    const banner = document.createElement("p");
    banner.textContent = "Subscribe now, and read every tide table first.";
    document.body.prepend(banner);
    document.querySelector("article")?.after(thread);
  });
  await postil.locator(".layers [data-id=comments] .count", { hasText: /^2$/ }).waitFor();
  await soon(async () => assert.deepEqual(await passages(page), ["a machine took over"]));
});

test("words in a shadow root are selected and tagged", async (t) => {
  const { page, script } = await begin(t, { html: IN_SHADOW });
  await embed(page, script);
  const postil = await beside(page);
  await select(page, "a machine took over");
  await postil.locator("#tagbar button").first().waitFor();
  await page.keyboard.press("1");
  await soon(async () => assert.deepEqual(await passages(page), ["a machine took over"]));
  const sheets = await page.evaluate(() => document.querySelector("paper-story")?.shadowRoot?.adoptedStyleSheets.map((sheet) => sheet.cssRules[0]?.cssText ?? ""));
  assert.equal(sheets?.length, 2);
  assert.match(sheets?.[0] ?? "", /^p \{/);
  assert.match(sheets?.[1] ?? "", /^::highlight\(postil-/);
});

test("an article that the page's router swaps is followed", async (t) => {
  const { page, script } = await begin(t, { html: KEEPER });
  await embed(page, script);
  await beside(page);
  await page.evaluate(async () => {
    const other = new DOMParser().parseFromString(await (await fetch("choir")).text(), "text/html");
    history.pushState(null, "", "choir");
    document.querySelector("article")?.replaceWith(document.adoptNode(/** @type {Element} */ (other.querySelector("article"))));
  });
  await beside(page, CHOIR_TITLE);
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

test("on the site's own origin the reader is told that the site can read the notes", async (t) => {
  const { browser } = await launch();
  const host = await new Host(DIST).start(t);
  const context = await browser.newContext({ serviceWorkers: "block" });
  t.after(() => context.close());
  const page = await context.newPage();
  await page.route("**/papers/keeper", (route) => route.fulfill({ contentType: "text/html", body: WITH(KEEPER, '<script type="module" src="postil/embed.js" data-open></script>') }));
  await page.goto(`${host.origin}/papers/keeper`);
  const postil = await beside(page);
  await postil.getByText("the site can read them").waitFor();
  await soon(async () => assert.ok((await painted(page)).includes(SAID)));
});

test("another origin is told apart, a telephone has room for it, and axe finds nothing", async (t) => {
  const { page, script } = await begin(t, { html: KEEPER }, { viewport: { width: 390, height: 800 } });
  await embed(page, script);
  const postil = await beside(page);
  await postil.getByText("for this site alone").waitFor();
  const panel = await postil.locator("body").boundingBox();
  assert.ok(panel && panel.y > 300 && panel.width <= 390, JSON.stringify(panel));
  await screenshot(page, "embed-narrow");
  await axe(/** @type {any} */ (postil));
  await postil.locator(".bar .x").click();
  await soon(async () => assert.equal(await page.evaluate(() => document.elementFromPoint(100, 700)?.closest("postil-embed")), null));
});

test("a script starts it, hears of it, describes and finds passages, and destroyed it leaves nothing", async (t) => {
  const { page, said, script } = await begin(t, { html: KEEPER });
  const before = await state(page);
  await page.evaluate(async (src) => {
    await import(src);
    const { postil } = /** @type {any} */ (window);
    const annotator = postil.annotate(document.querySelector("article"), { open: true, position: "left" });
    const heard = /** @type {string[]} */ ([]);
    for (const kind of ["ready", "change", "close", "destroy"]) annotator.addEventListener(kind, () => heard.at(-1) === kind || heard.push(kind));
    Object.assign(window, { annotator, heard });
  }, script);
  await soon(async () => assert.ok((await painted(page)).includes(SAID)), 20_000);
  await beside(page);
  await select(page, "a machine took over");
  const postil = await beside(page);
  await postil.locator("#tagbar button").first().waitFor();
  await page.keyboard.press("1");
  await soon(async () => assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).annotator.passages.map(String).length), 1));
  const found = await page.evaluate(async () => {
    const { postil } = /** @type {any} */ (window);
    const article = /** @type {Element} */ (document.querySelector("article"));
    const [passage] = /** @type {any} */ (window).annotator.passages;
    const selectors = await postil.describe(article, passage);
    return (await postil.resolve(article, [selectors])).map((/** @type {any} */ { state, text }) => [state, text]);
  });
  assert.deepEqual(found, [["exact", "a machine took over"]]);
  const heard = await page.evaluate(() => {
    const { annotator, heard } = /** @type {any} */ (window);
    annotator.close();
    annotator.destroy();
    for (const name of ["annotator", "heard"]) delete (/** @type {any} */ (window)[name]);
    getSelection()?.removeAllRanges();
    return heard;
  });
  assert.deepEqual(heard, ["ready", "change", "close", "destroy"]);
  assert.deepEqual(await state(page), before);
  assert.deepEqual([await painted(page, "postil-")], [[]]);
  assert.deepEqual(await page.evaluate(() => [document.querySelectorAll("postil-embed").length, document.adoptedStyleSheets.length]), [0, 0]);
  assert.deepEqual(said, []);
});

test("its types hold for who writes TypeScript, and refuse what it does not know", (t) => {
  const folder = mkdtempSync(join(tmpdir(), "postil-types-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, "site.ts"), `
    import { annotate, describe, resolve, type Annotator } from ${JSON.stringify(join(DIST, "embed.js"))};
    const article = document.querySelector("article")!;
    const annotator: Annotator = annotate(article, { layers: ["mine"], position: "left", theme: "dark", language: "de", storage: "essays" });
    annotator.addEventListener("change", () => annotator.passages.map((passage) => passage.startOffset));
    const [found] = await resolve(article, [await describe(article, getSelection()!.getRangeAt(0))]);
    if (found && found.state !== "gone") found.range.collapsed;
    globalThis.postil.annotate().destroy();
    // @ts-expect-error
    annotate(article, { layers: ["adverts"] });
    // @ts-expect-error
    annotator.notes;
  `);
  const tsc = join(createRequire(import.meta.url).resolve("typescript/package.json"), "../bin/tsc");
  execFileSync(process.execPath, [tsc, "--ignoreConfig", "--noEmit", "--strict", "--target", "es2022", "--module", "esnext", "--moduleResolution", "bundler", "--lib", "es2022,dom,dom.iterable", join(folder, "site.ts")], { encoding: "utf8", stdio: "pipe" });
});

test("in Firefox a passage is selected on the page, tagged and painted there", async (t) => {
  const page = await firefox(t);
  if (!page) return t.skip("no Firefox here");
  const postil = await new Host(DIST).start(t);
  postil.headers = { "access-control-allow-origin": "*" };
  const server = createServer((_, response) => {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(WITH(IN_SHADOW, `<script type="module" src="${postil.base}embed.js" data-open></script>`));
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", () => done(undefined)));
  t.after(() => server.close());
  await page.setViewport({ width: 1280, height: 800 });
  await page.goto(`http://127.0.0.1:${/** @type {import("node:net").AddressInfo} */ (server.address()).port}/keeper`);
  const words = (/** @type {string} */ prefix) =>
    page.evaluate((prefix) =>
      [...CSS.highlights].filter(([name]) => name.startsWith(prefix)).flatMap(([, highlight]) =>
        [.../** @type {Iterable<any>} */ (highlight)].map((range) => range.startContainer.data.slice(range.startOffset, range.endOffset))), prefix);
  await soon(async () => assert.ok((await words("postil-voice")).includes(SAID)), 60_000);
  const [from, to] = await page.evaluate(() => {
    const text = document.querySelector("paper-story")?.shadowRoot?.querySelector("p")?.firstChild;
    const range = document.createRange();
    if (!text) throw new Error("no article");
    const at = /** @type {Text} */ (text).data.indexOf("a machine took over");
    range.setStart(text, at);
    range.setEnd(text, at + 19);
    const { left, right, top, height } = range.getBoundingClientRect();
    return [[left + 1, top + height / 2], [right - 1, top + height / 2]];
  });
  await page.mouse.move(from?.[0] ?? 0, from?.[1] ?? 0);
  await page.mouse.down();
  await page.mouse.move(to?.[0] ?? 0, to?.[1] ?? 0, { steps: 4 });
  await page.mouse.up();
  const frame = await soon(() => page.frames().find((one) => one.url().includes("/papers/postil/")) ?? assert.fail("no frame"));
  await frame.waitForSelector("#tagbar:not([hidden]) button");
  await page.keyboard.press("1");
  await soon(async () => assert.deepEqual(await words("postil-tag-"), ["a machine took over"]));
  await page.screenshot({ path: join(import.meta.dirname, "output/embed-firefox.png") });
});
