// What the analysis needs cannot be had, or it breaks off: one sentence says so, and trying again works once the cause is gone.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { FERRY, FERRY_TITLE, KEEPER, KEEPER_TITLE, SAMPLE_TITLE } from "./articles.mjs";
import { DIST, asset } from "./harness.mjs";
import { openReader, paste, seeArticle, soon } from "./reader.mjs";
import { trapping } from "./trap.mjs";

/** @typedef {import("playwright-core").Page} Page */

/** What Chromium says of a file that does not come, and Postil of a trap. */
const EXPECTED = /Failed to load resource|net::ERR_FAILED|panicked at|memory allocation/;

/** @param {Page} page @param {RegExp} sentence */
async function tryAgain(page, sentence) {
  const toast = page.getByRole("status").locator("div").filter({ hasText: sentence });
  await toast.waitFor();
  assert.equal(await page.getByText("Reading the article…").count(), 0);
  assert.doesNotMatch(await page.locator("body").innerText(), /isTrusted|\[object/);
  return toast.getByRole("button", { name: "Try again" });
}

const NOT_LOADED = /^the analysis could not be loaded \(.+\); check the connection, then try again/i;
const BROKEN = /^the analysis broke off while it read this article \(.+\); try again, or open only a part of the article/i;

for (const file of ["postil.model", "analysis_bg.wasm", "worker.js"].map(asset)) {
  for (const failure of /** @type {const} */ (["aborted", "missing"])) {
    test(`${file} ${failure}: a sentence, and “Try again” works once it is there`, async (t) => {
      const { page, watch } = await openReader(t);
      watch.expect(EXPECTED);
      let isThere = false;
      await page.route(`**/${file}`, (route) => {
        if (isThere) return route.continue();
        return failure === "aborted" ? route.abort() : route.fulfill({ status: 404, body: "no such file" });
      });
      await page.reload();
      const button = await tryAgain(page, NOT_LOADED);
      await button.click(); // not yet
      await (await tryAgain(page, NOT_LOADED)).waitFor();
      await paste(page, { text: FERRY }); // nor for another article
      const last = await tryAgain(page, NOT_LOADED);
      isThere = true;
      await last.click();
      await seeArticle(page, FERRY_TITLE);
      assert.equal(await page.getByRole("button", { name: "Try again" }).count(), 0);
    });
  }
}

test("an article that makes the analysis trap: a sentence, and a new worker reads the next one", async (t) => {
  const { page, watch } = await openReader(t);
  watch.expect(EXPECTED);
  const broken = trapping(readFileSync(join(DIST, asset("analysis_bg.wasm"))), "serve");
  let isWhole = false;
  await page.route(`**/${asset("analysis_bg.wasm")}`, (route) =>
    isWhole ? route.continue() : route.fulfill({ contentType: "application/wasm", body: broken }),
  );
  await page.reload();
  await tryAgain(page, BROKEN);
  isWhole = true;
  await (await tryAgain(page, BROKEN)).click();
  await seeArticle(page, SAMPLE_TITLE);

  isWhole = false;
  await page.reload();
  await tryAgain(page, BROKEN);
  isWhole = true;
  await paste(page, { html: KEEPER });
  await seeArticle(page, KEEPER_TITLE);
  assert.equal(await page.getByRole("button", { name: "Try again" }).count(), 0);
});

test("an analysis that breaks off in the dialog: the article is not lost", async (t) => {
  const { page, watch } = await openReader(t);
  watch.expect(EXPECTED);
  let isThere = false;
  await page.route(`**/${asset("postil.model")}`, (route) => (isThere ? route.continue() : route.abort()));
  await page.reload();
  await tryAgain(page, NOT_LOADED);
  await page.getByRole("button", { name: "Open article" }).click();
  await page.getByLabel("Paste the article").fill(FERRY);
  await page.getByRole("button", { name: "Read it", exact: true }).click();
  const button = await tryAgain(page, NOT_LOADED);
  isThere = true;
  await button.click();
  await seeArticle(page, FERRY_TITLE);
});

test("while the analysis is still loading, an article can be given up, and another one opened", async (t) => {
  const { page } = await openReader(t);
  /** @type {() => void} */
  let release = () => {};
  const released = new Promise((resolve) => (release = () => resolve(undefined)));
  await page.route(`**/${asset("postil.model")}`, async (route) => {
    await released;
    await route.continue();
  });
  await page.reload();
  await page.getByText("Reading the article…").waitFor();
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.locator("#read:not([aria-busy])").waitFor();
  await paste(page, { html: KEEPER });
  await page.getByText("Reading the article…").waitFor();
  await paste(page, { text: FERRY });
  release();
  await seeArticle(page, FERRY_TITLE);
});

test("while an article is read, another one can be opened", async (t) => {
  const { page } = await openReader(t);
  // both in one task: the first is still being read when the second comes, however fast the machine is
  await page.locator("body").evaluate(
    (body, [text, html]) => {
      for (const [kind, content] of [["text/plain", text], ["text/html", html]]) {
        const data = new DataTransfer();
        data.setData(kind ?? "", content ?? "");
        body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
      }
    },
    [`${FERRY}\n\n`.repeat(4_000), KEEPER],
  );
  await seeArticle(page, KEEPER_TITLE);
  await soon(async () => assert.equal(await page.getByText("Reading the article…").count(), 0));
});

test("megabytes of short lines end in an article or in a sentence", async (t) => {
  const { page, watch } = await openReader(t);
  watch.expect(EXPECTED);
  await page.locator("body").evaluate((body) => {
    const data = new DataTransfer();
    data.setData("text/plain", "a\n".repeat(6_000_000));
    body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await page.locator("#read[aria-busy]").waitFor();
  await page.locator("#read:not([aria-busy])").waitFor({ timeout: 240_000 });
  if ((await page.locator(".sheet").innerText()).startsWith("Harbour bridge")) await tryAgain(page, BROKEN);
  await paste(page, { text: FERRY });
  await seeArticle(page, FERRY_TITLE);
});
