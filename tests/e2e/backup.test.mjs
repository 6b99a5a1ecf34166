// Nothing lost by neglect: the reader hears that the browser may clear what is kept, and when a copy is due.
import assert from "node:assert/strict";
import { test } from "node:test";
import { CLAIM } from "./articles.mjs";
import { download, kept, openKeeper, showList, soon, tag } from "./reader.mjs";

const MAY_BE_CLEARED = "This browser may clear your notes by itself";

for (const granted of [true, false]) {
  test(`a browser that ${granted ? "keeps notes for good says nothing" : "may clear them says so in a line"}`, async (t) => {
    const { page } = await openKeeper(t);
    await page.evaluate((answer) => {
      StorageManager.prototype.persist = async () => {
        Object.assign(window, { asked: (Reflect.get(window, "asked") ?? 0) + 1 });
        return answer;
      };
    }, granted);
    await showList(page, "Mine");
    assert.equal(await page.getByText(MAY_BE_CLEARED).count(), 0, "nothing is kept yet");
    await tag(page, CLAIM, "1");
    await soon(async () => assert.equal(await page.evaluate("window.asked"), 1));
    await soon(async () => assert.equal(await page.locator("#list").getByText(MAY_BE_CLEARED).count(), granted ? 0 : 1));
    await tag(page, "rowed ashore on Friday", "2");
    await kept(page, 2);
    assert.equal(await page.evaluate("window.asked"), 1, "it is asked once");
  });
}

test("after some new passages a copy is due, and is saved from the reminder", async (t) => {
  const { page } = await openKeeper(t);
  await page.evaluate(() => localStorage.setItem("postil-since-backup", "23"));
  await tag(page, CLAIM, "1");
  await kept(page, 1);
  const reminder = page.getByRole("status").getByText("You marked 25 passages since you last saved your library as a file.");
  assert.equal(await reminder.count(), 0);
  // what is changed is not new
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+Shift+z");
  await kept(page, 1);
  await page.evaluate(() => localStorage.setItem("postil-since-backup", "24"));
  await tag(page, "rowed ashore on Friday", "1");
  await reminder.waitFor();
  const { name, text } = await download(page, "Save a copy");
  assert.match(name, /^postil-library-/);
  assert.match(text, new RegExp(CLAIM));
  await soon(async () => assert.equal(await reminder.count(), 0));
  assert.equal(await page.evaluate(() => localStorage.getItem("postil-since-backup")), null);
});
