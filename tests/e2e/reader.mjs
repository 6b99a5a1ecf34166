// What a reader does with the page, and what the reader sees on it.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { KEEPER, KEEPER_TITLE } from "./articles.mjs";
import { openPage } from "./harness.mjs";

/** @typedef {import("playwright-core").Page} Page */
/** @typedef {{ name: string, text?: string, bytes?: number[] }} Dropped a file by its text, or by its bytes */

/**
 * Opens the page and waits until an article is on it: the sample, unless `path` says another.
 * @param {import("node:test").TestContext} t
 * @param {import("./harness.mjs").PageOptions} [options]
 */
export async function openReader(t, options) {
  const opened = await openPage(t, options);
  await opened.page.locator(".sheet h1").waitFor();
  return opened;
}

/**
 * Waits for the article with this headline.
 * @param {Page} page
 * @param {string} title
 */
export async function seeArticle(page, title) {
  await page.locator(".sheet").getByRole("heading", { level: 1, name: title, exact: true }).waitFor();
  await page.locator("#read:not([aria-busy])").waitFor();
}

/**
 * Repeats `look` until it no longer throws, for at most ten seconds; then its own error is the test's.
 * @template T
 * @param {() => T | Promise<T>} look
 * @param {number} [milliseconds]
 * @returns {Promise<T>}
 */
export async function soon(look, milliseconds = 10_000) {
  const end = Date.now() + milliseconds;
  for (;;) {
    try {
      return await look();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/**
 * Pastes, as a browser does with a clipboard that holds these flavours, at `at` (the page itself unless said).
 * @param {Page} page
 * @param {{ html?: string, text?: string }} clipboard
 * @param {string} [at] a selector
 */
export async function paste(page, clipboard, at = "body") {
  await page.locator(at).first().evaluate((element, { html, text }) => {
    const data = new DataTransfer();
    if (html !== undefined) data.setData("text/html", html);
    if (text !== undefined) data.setData("text/plain", text);
    const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
    const own = element.dispatchEvent(event);
    // an event made by a script does not type: do what the browser would
    if (own && element instanceof HTMLTextAreaElement) {
      element.setRangeText(text ?? "");
      element.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
    }
  }, clipboard);
}

/** The page with the keeper's article open. @param {import("node:test").TestContext} t @param {import("./harness.mjs").PageOptions} [options] */
export async function openKeeper(t, options) {
  const opened = await openReader(t, options);
  await paste(opened.page, { html: KEEPER });
  await seeArticle(opened.page, KEEPER_TITLE);
  return opened;
}

/**
 * Drags files onto the page and lets them fall.
 * @param {Page} page
 * @param {Dropped[]} files
 */
export async function drop(page, files) {
  await page.evaluate((dropped) => {
    const data = new DataTransfer();
    for (const { name, text, bytes } of dropped) {
      data.items.add(new File([bytes ? Uint8Array.from(bytes) : (text ?? "")], name));
    }
    for (const kind of ["dragover", "drop"]) {
      document.querySelector("#read")?.dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }));
    }
  }, files);
}

/**
 * Serves `body` beside the page, and gives its address.
 * @param {Page} page
 * @param {import("./harness.mjs").Site} site
 * @param {string} name
 * @param {string | Buffer} body
 * @param {string} [contentType]
 */
export async function serve(page, site, name, body, contentType = "text/html; charset=utf-8") {
  const address = `${site.base}press/${name}`;
  await page.route(address, (route) => route.fulfill({ body, contentType }));
  return address;
}

/**
 * The words that are painted under highlights whose name begins with `prefix`, in the order of the article.
 * @param {Page} page
 * @param {string} prefix
 * @returns {Promise<string[]>}
 */
export function painted(page, prefix) {
  return page.evaluate((start) => {
    /** @type {StaticRange[]} */
    const ranges = [];
    for (const [name, highlight] of CSS.highlights) {
      if (name.startsWith(start)) ranges.push(.../** @type {Iterable<any>} */ (highlight));
    }
    const before = (/** @type {Node} */ a, /** @type {Node} */ b) => a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING;
    ranges.sort((a, b) => (a.startContainer === b.startContainer ? a.startOffset - b.startOffset : before(a.startContainer, b.startContainer) ? -1 : 1));
    return ranges.map((range) => /** @type {Text} */ (range.startContainer).data.slice(range.startOffset, range.endOffset));
  }, prefix);
}

/**
 * The rows of the list on show.
 * @param {Page} page
 * @param {string} [within] a selector inside a row
 */
export function rows(page, within = "button:first-child") {
  return page.locator(`#list li ${within}`).allInnerTexts();
}

/**
 * @param {Page} page
 * @param {"Voices" | "Names" | "Comments" | "Mine"} name
 */
export function showList(page, name) {
  return page.getByRole("tab", { name }).click();
}

/** @param {Page} page @param {string} name */
export function layer(page, name) {
  return page.getByRole("group", { name: "Layers" }).getByRole("button", { name });
}

/**
 * Where words stand in the window, scrolled into it: their left and right end, and the middle of their first line.
 * @param {Page} page
 * @param {string} words inside one piece of text
 */
export function placeOf(page, words) {
  return page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.querySelector(".sheet") ?? document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const start = /** @type {Text} */ (node).data.indexOf(wanted);
      if (start < 0) continue;
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, start + wanted.length);
      const box = range.getBoundingClientRect();
      if (box.top < 160 || box.bottom > innerHeight - 160) scrollBy({ top: box.top - innerHeight / 2, behavior: "instant" });
      const lines = [...range.getClientRects()];
      const first = lines[0];
      const last = lines.at(-1);
      if (!first || !last) continue;
      const y = first.top + first.height / 2;
      return {
        left: { x: first.left + 1, y },
        right: { x: last.right - 1, y: last.top + last.height / 2 },
        middle: { x: first.left + first.width / 2, y },
      };
    }
    throw new Error(`“${wanted}” is not in the article`);
  }, words);
}

/**
 * Selects words with the mouse, and waits for the tag bar.
 * @param {Page} page
 * @param {string} words
 */
export async function selectByMouse(page, words) {
  const { left, right } = await placeOf(page, words);
  await page.mouse.move(left.x, left.y);
  await page.mouse.down();
  await page.mouse.move(left.x + 8, left.y);
  await page.mouse.move(right.x, right.y);
  await page.mouse.up();
  await page.getByRole("toolbar", { name: "Tag the selected passage" }).waitFor();
}

/**
 * Selects words with the mouse and tags them by key.
 * @param {Page} page
 * @param {string} words
 * @param {string} key
 */
export async function tag(page, words, key) {
  await selectByMouse(page, words);
  await page.keyboard.press(key);
  await soon(async () => {
    if (!(await painted(page, "postil-tag-")).includes(words)) throw new Error(`“${words}” was not tagged: ${await painted(page, "postil-tag-")}`);
  });
}

/**
 * What has the focus, by its name.
 * @param {Page} page
 * @returns {Promise<string>}
 */
export function focused(page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return "nothing";
    const label = element.getAttribute("aria-label") ?? (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element.labels?.[0]?.textContent : null);
    const said = /** @type {Element} */ (element.cloneNode(true));
    for (const silent of said.querySelectorAll("[aria-hidden=true]")) silent.remove();
    return (label ?? (element.id ? `#${element.id}` : (said.textContent ?? ""))).trim().replaceAll(/\s+/g, " ").slice(0, 80);
  });
}

/** @param {import("playwright-core").Page} page @param {string[]} passages */
export const seePassages = (page, passages) => soon(async () => assert.deepEqual(await painted(page, "postil-tag-"), passages));

/** Waits until the browser has written what was done. @param {import("playwright-core").Page} page @param {number} count */
export const kept = (page, count) =>
  soon(async () => {
    const found = await page.evaluate(() => new Promise((resolve, reject) => {
      const opening = indexedDB.open("postil");
      opening.onerror = reject;
      opening.onsuccess = () => {
        const counting = opening.result.transaction("notes").objectStore("notes").count();
        counting.onsuccess = () => {
          opening.result.close();
          resolve(counting.result);
        };
      };
    }));
    assert.equal(found, count);
  });

/** @param {import("playwright-core").Page} page @param {string} button @returns {Promise<{ name: string, text: string }>} */
export async function download(page, button) {
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: button }).click()]);
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
}

/**
 * Selects the words in the article as a long press leaves them, which cannot be made here.
 * @param {Page} page
 * @param {string} words
 */
export async function selectWords(page, words) {
  await page.evaluate((words) => {
    const walker = document.createTreeWalker(document.querySelector(".sheet") ?? document, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const start = /** @type {Text} */ (node).data.indexOf(words);
      if (start >= 0) getSelection()?.setBaseAndExtent(node, start, node, start + words.length);
    }
  }, words);
}
