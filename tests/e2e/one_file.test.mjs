// `postil.html`, opened from disk: it reads, tags, keeps and exports, and asks nobody for anything.
import assert from "node:assert/strict";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { FERRY, FERRY_TITLE, KEEPER, KEEPER_TITLE, SAMPLE_TITLE } from "./articles.mjs";
import { firefox } from "./firefox.mjs";
import { DIST, launch, screenshot } from "./harness.mjs";
import { paste, seeArticle, showList, soon, tag } from "./reader.mjs";

const FILE = join(DIST, "postil.html");

/** @typedef {import("playwright-core").Page} Page */

/** Opens a file in a context of its own; the test fails on what goes wrong there, and on every request. @param {import("node:test").TestContext} t */
async function open(t, file = FILE, problems = /** @type {string[]} */ ([])) {
  const { browser } = await launch();
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" });
  context.on("request", (request) => !/^(file|blob|data):/.test(request.url()) && problems.push(`request: ${request.url()}`));
  const page = await context.newPage();
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  t.after(async () => {
    await context.close();
    assert.deepEqual(problems, []);
  });
  await page.goto(pathToFileURL(file).href);
  return { page, problems };
}

test("it opens from disk, analyses, tags, keeps and exports", async (t) => {
  const { page } = await open(t);
  await seeArticle(page, SAMPLE_TITLE);
  await paste(page, { html: KEEPER });
  await seeArticle(page, KEEPER_TITLE);
  await page.locator("#list").getByText("Anna Torvald").first().waitFor();
  await tag(page, "a machine took over", "1");
  await showList(page, "Mine");
  await page.locator("#list").getByText("other files that you open in this browser can read these notes").waitFor();
  await screenshot(page, "one-file");
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: /^Export .*Markdown/ }).click()]);
  assert.match(readFileSync(await download.path(), "utf8"), /a machine took over/);

  await page.reload();
  await seeArticle(page, KEEPER_TITLE);
  await page.locator(".layers [data-id=mine] .count", { hasText: /^1$/ }).waitFor();
  // nothing here leads to what only the folder has
  await page.getByRole("button", { name: "Open article" }).click();
  assert.equal(await page.getByRole("link", { name: "A bookmark" }).isVisible(), false);
});

test("it starts another worker when an article is given up", async (t) => {
  const { page } = await open(t);
  await seeArticle(page, SAMPLE_TITLE);
  await page.locator("body").evaluate((body, text) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, `${FERRY}\n\n`.repeat(4_000));
  await paste(page, { text: FERRY });
  await seeArticle(page, FERRY_TITLE);
});

test("a file that was damaged on its way says so", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "postil-damaged-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const damaged = join(folder, "postil.html");
  const whole = readFileSync(FILE, "utf8");
  const model = whole.indexOf('id="postil.model">') + 100_000;
  writeFileSync(damaged, `${whole.slice(0, model)}AAAAAAAA${whole.slice(model + 8)}`);
  const { page } = await open(t, damaged);
  await page.getByRole("status").getByText(/could not be loaded \(this file was damaged on its way: its postil\.model is not whole\)/).waitFor();
});

test("under any name, in Firefox", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "postil-mailed-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  copyFileSync(FILE, join(folder, "from a friend.html"));
  const page = await firefox(t);
  if (!page) return t.skip("no Firefox here");
  await page.goto(pathToFileURL(join(folder, "from a friend.html")).href);
  const heading = () => page.$eval(".sheet h1", (element) => element.textContent).catch(() => undefined);
  await soon(async () => assert.equal(await heading(), SAMPLE_TITLE), 60_000);
  await page.click("[data-act=open]");
  await page.$eval("#open-text", (field, text) => (/** @type {HTMLTextAreaElement} */ (field).value = text), FERRY);
  await page.click("[data-act=read]");
  await soon(async () => assert.equal(await heading(), FERRY_TITLE));
  await page.evaluate(() => {
    const words = document.querySelector(".sheet h1")?.firstChild;
    if (words) getSelection()?.setBaseAndExtent(words, 0, words, 11);
  });
  await page.waitForSelector("#tagbar:not([hidden])");
  await page.keyboard.press("1");
  const count = () => page.$eval(".layers [data-id=mine] .count", (element) => element.textContent);
  await soon(async () => assert.equal(await count(), "1"));
  assert.match(await page.$eval("#list", (element) => element.textContent ?? ""), /Lena Voss/);
  await page.reload();
  await soon(async () => assert.equal(await heading(), FERRY_TITLE), 60_000);
  await soon(async () => assert.equal(await count(), "1"));
});
