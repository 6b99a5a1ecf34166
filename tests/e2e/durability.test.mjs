// What the page says is kept is kept, whatever happens to the browser; the long form of the first is `cargo xtask durability`.
import assert from "node:assert/strict";
import { test } from "node:test";
import { killAtRandom } from "./kill.mjs";
import { DIST, program } from "./harness.mjs";
import { kept, layer, openReader, paste, seeArticle, soon } from "./reader.mjs";

/** @typedef {import("playwright-core").Page} Page */

test("a browser that is killed while passages are tagged loses none that was said to be tagged", async () => {
  const { said, lost, corrupt } = await killAtRandom({ folder: DIST, program: program(), times: 5 });
  assert.ok(said > 20, `only ${said} were said to be tagged`);
  assert.deepEqual({ lost, corrupt }, { lost: [], corrupt: [] });
});

const SHIPS = ["The keeper counts", ...Array.from({ length: 320 }, (_, n) => `The keeper counted ship number ${n + 1} before noon.`)].join("\n\n");

test("two tabs that tag 150 passages each, five milliseconds apart, both show 300", async (t) => {
  const { page } = await openReader(t);
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.locator(".sheet h1").waitFor();
  for (const at of [page, other]) {
    await paste(at, { text: SHIPS });
    await seeArticle(at, "The keeper counts");
  }
  /** @param {Page} at @param {number} before how many sentences come before */
  const tagMany = (at, before) =>
    at.evaluate(async (skip) => {
      const press = (/** @type {string} */ key) => document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
      for (let n = 0; n < skip; n += 1) press("s");
      for (let n = 0; n < 150; n += 1) {
        press("s");
        press("1");
        await new Promise((done) => setTimeout(done, 5));
      }
    }, before);
  await Promise.all([tagMany(page, 1), tagMany(other, 151)]);
  await kept(page, 300);
  for (const at of [page, other]) await soon(async () => assert.match(await layer(at, "Mine").innerText(), /300$/), 30_000);
});

test("a disk that is found full when the writing is to be committed, and has room again, loses nothing", async (t) => {
  const { page } = await openReader(t);
  await paste(page, { text: SHIPS });
  await seeArticle(page, "The keeper counts");
  const tagSome = async (/** @type {number} */ times) => {
    for (let n = 0; n < times; n += 1) {
      await page.keyboard.press("s");
      await page.keyboard.press("1");
    }
  };
  await tagSome(2);
  await kept(page, 2);
  await page.evaluate(() => {
    const commit = IDBTransaction.prototype.commit;
    Object.assign(window, { makeRoom: () => (IDBTransaction.prototype.commit = commit) });
    // as a browser does whose disk is full: every request has succeeded by then
    IDBTransaction.prototype.commit = function () {
      this.objectStore("notes").count().onsuccess = () => this.abort();
    };
  });
  await tagSome(8);
  await page.getByRole("status").getByRole("button", { name: "Try again" }).waitFor();
  await kept(page, 2);
  assert.match(await layer(page, "Mine").innerText(), /10$/);
  await page.evaluate("makeRoom()");
  await page.getByRole("status").getByText("All your notes are kept now.").waitFor({ timeout: 15_000 });
  await kept(page, 10);
});
