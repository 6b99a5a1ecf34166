// Tags and notes: made, kept, and found again.
import assert from "node:assert/strict";
import { test } from "node:test";
import { CLAIM, FERRY, FERRY_TITLE, KEEPER, KEEPER_CHANGED, KEEPER_TITLE } from "./articles.mjs";
import { screenshot } from "./harness.mjs";
import { download, kept, layer, openKeeper, openReader, paste, placeOf, rows, seeArticle, seePassages, selectByMouse, selectWords, showList, soon, tag } from "./reader.mjs";

const SOUP = "given soup and blankets";

/** @typedef {import("playwright-core").Page} Page */

/** @param {Page} page */
const bar = (page) => page.getByRole("toolbar", { name: "Tag the selected passage" });

test("a passage is tagged by mouse and key, listed, and there after a reload", async (t) => {
  const { page } = await openKeeper(t);
  await tag(page, CLAIM, "1");
  assert.equal(await bar(page).isVisible(), false);
  assert.match(await layer(page, "Mine").innerText(), /1$/);
  await showList(page, "Mine");
  assert.deepEqual(await rows(page, "q"), [CLAIM]);
  assert.deepEqual(await rows(page, ".tags"), ["claim / check"]);
  assert.match(await page.locator(".note").innerText(), /claim \/ check/);
  await kept(page, 1);
  await page.reload();
  await seeArticle(page, KEEPER_TITLE);
  await seePassages(page, [CLAIM]);
});

test("a passage is tagged by a click on the bar", async (t) => {
  const { page } = await openKeeper(t);
  await selectByMouse(page, CLAIM);
  await bar(page).getByRole("button", { name: "source" }).click();
  await seePassages(page, [CLAIM]);
  await showList(page, "Mine");
  assert.deepEqual(await rows(page, ".tags"), ["source"]);
});

test("a passage is tagged by touch", async (t) => {
  const { page } = await openKeeper(t, { viewport: { width: 390, height: 760 }, context: { hasTouch: true, isMobile: true } });
  await placeOf(page, CLAIM);
  // a long press cannot be made here: what it leaves is a selection
  await selectWords(page, CLAIM);
  await bar(page).getByRole("button", { name: "context" }).tap();
  await seePassages(page, [CLAIM]);
});

test("a new tag is typed, and has a key of its own the next time", async (t) => {
  const { page } = await openKeeper(t);
  await selectByMouse(page, CLAIM);
  await page.keyboard.press("+");
  await page.getByLabel("New tag").fill("lamps");
  await page.keyboard.press("Enter");
  await seePassages(page, [CLAIM]);
  await selectByMouse(page, "rowed ashore on Friday");
  await bar(page).getByRole("button", { name: "lamps" }).getByText("6").waitFor();
  await page.keyboard.press("Escape");
  assert.equal(await bar(page).isVisible(), false);
  await seePassages(page, [CLAIM]);
});

test("a note is written, edited, deleted and brought back", async (t) => {
  const { page } = await openKeeper(t);
  await selectByMouse(page, CLAIM);
  await page.keyboard.press("n");
  const dialog = page.getByRole("dialog", { name: "Passage" });
  assert.equal(await dialog.locator("blockquote").innerText(), CLAIM);
  await page.getByLabel("Note", { exact: true }).fill("Which machine?\nWho built it?");
  await dialog.getByRole("button", { name: "Save" }).click();
  await showList(page, "Mine");
  await soon(async () => assert.match(await page.locator("#list .how").innerText(), /Which machine\?/));
  assert.match(await page.locator(".note .body").innerText(), /Which machine\?\nWho built it\?/);

  await page.locator("#list").getByRole("button", { name: "Edit" }).click();
  await page.getByLabel("Tags, parted by commas").fill("lamps, machines");
  await page.keyboard.press("Enter");
  await soon(async () => assert.deepEqual(await rows(page, ".tags"), ["lamps, machines"]));

  await page.locator("#list").getByRole("button", { name: "Delete", exact: true }).click();
  await seePassages(page, []);
  await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
  await seePassages(page, [CLAIM]);
  assert.match(await page.locator("#list .how").innerText(), /Which machine\?/);
  await page.keyboard.press("Control+z");
  await soon(async () => assert.deepEqual(await rows(page, ".tags"), ["note"]));
  await page.keyboard.press("Control+Shift+z");
  await soon(async () => assert.deepEqual(await rows(page, ".tags"), ["lamps, machines"]));
});

test("passages of another article wait for it", async (t) => {
  const { page } = await openKeeper(t);
  await tag(page, CLAIM, "1");
  await paste(page, { text: FERRY });
  await seeArticle(page, FERRY_TITLE);
  await seePassages(page, []);
  await tag(page, SOUP, "3");
  await paste(page, { html: KEEPER });
  await seeArticle(page, KEEPER_TITLE);
  await seePassages(page, [CLAIM]);
  await paste(page, { text: FERRY });
  await seeArticle(page, FERRY_TITLE);
  await seePassages(page, [SOUP]);
});

test("a passage whose words are gone is kept, and comes back with them", async (t) => {
  const { page } = await openKeeper(t);
  await tag(page, CLAIM, "1");
  await tag(page, "The machine will not count them", "2");
  await paste(page, { html: KEEPER_CHANGED });
  await soon(async () => assert.match(await page.locator(".sheet").innerText(), /did not want to speak/));
  await seePassages(page, [CLAIM]);
  await showList(page, "Mine");
  assert.match(await page.locator("#list").innerText(), /No longer in this article’s text[^]*The machine will not count them/);
  await paste(page, { html: KEEPER });
  await seePassages(page, [CLAIM, "The machine will not count them"]);
});

test("a passage whose words are gone is attached by hand to others, and back again", async (t) => {
  const { page } = await openKeeper(t);
  await tag(page, "The machine will not count them", "2");
  await kept(page, 1);
  await paste(page, { html: KEEPER_CHANGED });
  await soon(async () => assert.match(await page.locator(".sheet").innerText(), /did not want to speak/));
  await showList(page, "Mine");
  const attach = page.locator("#list .orphan").getByRole("button", { name: "Attach elsewhere" });
  await attach.click();
  await page.getByRole("status").getByText("Select the words where “The machine will not count them” belongs.").waitFor();
  await screenshot(page, "orphan");
  await selectByMouse(page, "did not want to speak");
  await screenshot(page, "orphan-attach");
  await bar(page).getByRole("button", { name: "attach here" }).click();
  await seePassages(page, ["did not want to speak"]);
  assert.equal(await page.locator("#list .orphan").count(), 0);
  assert.deepEqual(await rows(page, "q"), ["did not want to speak"]);
  assert.equal(await page.locator("#list").getByRole("button", { name: "Attach elsewhere" }).count(), 0, "it stands where the reader put it");

  await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
  await attach.waitFor();
  await seePassages(page, []);
  // the same by keyboard, from the words that are selected already; Escape leaves it where it is
  await attach.focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await soon(async () => assert.equal(await page.getByRole("button", { name: "Never mind" }).count(), 0));
  await selectByMouse(page, "rowed ashore on Friday");
  await attach.focus();
  await page.keyboard.press("Enter");
  await bar(page).getByRole("button", { name: "attach here" }).waitFor();
  await page.keyboard.press("Enter");
  await seePassages(page, ["rowed ashore on Friday"]);
  await kept(page, 1);
  await page.reload();
  await soon(async () => assert.match(await page.locator(".sheet").innerText(), /did not want to speak/));
  await seePassages(page, ["rowed ashore on Friday"]);
});

test("a passage that an editor changed is found, and says what changed", async (t) => {
  const { page } = await openKeeper(t);
  await tag(page, "They bring their own candles", "1");
  await kept(page, 1);
  await paste(page, { html: KEEPER.replace("their own candles", "their own wax candles") });
  await seePassages(page, ["They bring their own wax candles"]);
  await showList(page, "Mine");
  const fate = page.locator("#list .fate");
  assert.match(await fate.innerText(), /The article has changed here: They bring their own wax candles/);
  assert.equal((await fate.locator("ins").innerText()).trim(), "wax");
});

test("two tabs see each other's passages", async (t) => {
  const { page } = await openKeeper(t);
  const other = await page.context().newPage();
  await other.goto(page.url());
  await seeArticle(other, KEEPER_TITLE);
  await tag(page, CLAIM, "1");
  await seePassages(other, [CLAIM]);
  await showList(other, "Mine");
  await other.locator("#list").getByRole("button", { name: "Delete", exact: true }).click();
  await seePassages(page, []);
});

test("a library of the first release opens with its notes, and one that cannot be read hides no other", async (t) => {
  const { page, watch } = await openKeeper(t);
  watch.expect(/closed its storage|newer Postil/); // the database is taken away under the page
  await tag(page, CLAIM, "1");
  await kept(page, 1);
  await page.evaluate(async () => {
    /** @param {IDBRequest} request @returns {Promise<any>} */
    const answered = (request) => new Promise((done, fail) => Object.assign(request, { onsuccess: () => done(request.result), onerror: fail }));
    const now = await answered(indexedDB.open("postil"));
    const [note] = await answered(now.transaction("notes").objectStore("notes").getAll());
    now.close();
    await answered(indexedDB.deleteDatabase("postil"));
    const opening = indexedDB.open("postil", 1);
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore("annotations", { keyPath: "id" }).createIndex("source", "source");
      opening.result.createObjectStore("articles", { keyPath: "source" });
      opening.result.createObjectStore("pages", { keyPath: "source" });
    };
    const old = await answered(opening);
    const rows = old.transaction("annotations", "readwrite").objectStore("annotations");
    const [quote, position] = note.target.selector;
    const selectors = { quote: { exact: quote.exact, prefix: quote.prefix, suffix: quote.suffix }, position: { start: position.start, end: position.end } };
    const { created, modified } = note;
    rows.put({ id: "urn:uuid:old", source: note.target.source, title: "Ferry", selectors, tags: ["context"], note: "from before", created, modified });
    await answered(rows.put({ id: "urn:uuid:broken", source: note.target.source, note: 7 }));
    old.close();
  });
  await page.reload();
  await page.locator(".sheet h1").waitFor();
  await paste(page, { html: KEEPER });
  await seeArticle(page, KEEPER_TITLE);
  await seePassages(page, [CLAIM]);
  await showList(page, "Mine");
  await page.locator("#list").getByText("from before").waitFor();
  const aside = await page.evaluate(
    () =>
      new Promise((done) => {
        const opening = indexedDB.open("postil");
        opening.onsuccess = () => {
          const reading = opening.result.transaction("aside").objectStore("aside").getAll();
          reading.onsuccess = () => done(reading.result.map((/** @type {{ id: string }} */ row) => row.id));
        };
      }),
  );
  assert.deepEqual(aside, ["urn:uuid:broken"]);
});

test("a passage that is tagged as the page goes is kept, and nobody is asked whether to leave", async (t) => {
  const { page } = await openKeeper(t);
  await tag(page, CLAIM, "1");
  await page.reload();
  await page.locator(".sheet h1").waitFor();
  await paste(page, { html: KEEPER });
  await seePassages(page, [CLAIM]);
});

test("what the disk refuses is said, kept in the tab, and written when there is room", async (t) => {
  const { page } = await openKeeper(t);
  await page.evaluate(() => {
    const put = IDBObjectStore.prototype.put;
    Object.assign(window, { makeRoom: () => (IDBObjectStore.prototype.put = put) });
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("the disk is full", "QuotaExceededError");
    };
  });
  await tag(page, CLAIM, "1");
  await page.getByRole("status").getByText("the disk is full").waitFor();
  await seePassages(page, [CLAIM]);
  await page.evaluate("makeRoom()");
  await page.getByRole("status").getByText("All your notes are kept now.").waitFor({ timeout: 15_000 });
  await kept(page, 1);
});

test("two tabs that tag at the same time both show all of it", async (t) => {
  const { page } = await openKeeper(t);
  const other = await page.context().newPage();
  await other.goto(page.url());
  await paste(other, { html: KEEPER });
  await seeArticle(other, KEEPER_TITLE);
  /** @param {Page} at @param {number} from how many sentences come before */
  const tagFour = async (at, from) => {
    for (let n = 0; n < from; n += 1) await at.keyboard.press("s");
    for (let n = 0; n < 4; n += 1) {
      await at.keyboard.press("s");
      await at.keyboard.press("1");
    }
  };
  await Promise.all([tagFour(page, 0), tagFour(other, 4)]);
  await kept(page, 8);
  for (const at of [page, other]) await soon(async () => assert.match(await layer(at, "Mine").innerText(), /8$/));
});

test("a browser that keeps nothing says so, and the page works", async (t) => {
  const { page } = await openReader(t);
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("storage is switched off", "SecurityError");
    };
  });
  await page.reload();
  await page.getByRole("status").getByText("could not be kept in this browser").first().waitFor();
  await page.locator(".sheet h1").waitFor();
  await paste(page, { html: KEEPER });
  await seeArticle(page, KEEPER_TITLE);
  await tag(page, CLAIM, "1");
  await showList(page, "Mine");
  assert.deepEqual(await rows(page, "q"), [CLAIM]);
  assert.match((await download(page, "Export JSON-LD")).text, new RegExp(CLAIM));
});

test("a note that was never written marks nothing", async (t) => {
  const { page } = await openKeeper(t);
  await selectByMouse(page, CLAIM);
  await bar(page).waitFor();
  await page.keyboard.press("n");
  const dialog = page.getByRole("dialog", { name: "Passage" });
  await dialog.getByRole("button", { name: "Save" }).click();
  await dialog.getByText("Write a note or give a tag first").waitFor();
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" }).catch(() => dialog.waitFor({ state: "hidden" }));
  await seePassages(page, []);
});

test("notes that cannot be read are said to be that, and not to be lost", async (t) => {
  const { page } = await openKeeper(t);
  await tag(page, CLAIM, "1");
  await kept(page, 1);
  await page.addInitScript(() => {
    IDBIndex.prototype.getAll = () => {
      throw new DOMException("the disk is worn", "UnknownError");
    };
  });
  await page.reload();
  const message = page.getByRole("status").getByText("the disk is worn");
  await message.waitFor();
  assert.match(await message.innerText(), /could not be read.*nothing of it is lost/);
  assert.doesNotMatch(await message.innerText(), /could not be kept/);
});

test("a database that never answers does not keep the page from starting", async (t) => {
  const { page } = await openReader(t);
  await page.addInitScript(() => {
    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function (name) {
      const opening = open.call(this, `${name} elsewhere`);
      opening.addEventListener = () => {}; // whatever it answers is not heard
      return opening;
    };
  });
  await page.reload();
  await page.locator(".sheet h1").waitFor({ timeout: 5_000 });
  await tag(page, "every week we wait", "1");
  await page.getByRole("status").getByText("its database does not answer").first().waitFor({ timeout: 15_000 });
  await showList(page, "Mine");
  assert.deepEqual(await rows(page, "q"), ["every week we wait"]);
});
