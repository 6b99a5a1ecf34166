// Notes that go out as files and come in again.
import assert from "node:assert/strict";
import { test } from "node:test";
import { CLAIM, KEEPER } from "./articles.mjs";
import { axe } from "./harness.mjs";
import { download, kept, openKeeper, rows, seePassages, showList, soon, tag } from "./reader.mjs";

/** @param {import("playwright-core").Page} page @param {string} name @param {string} text */
async function importFile(page, name, text) {
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: "Import" }).click()]);
  await chooser.setFiles({ name, mimeType: "application/ld+json", buffer: Buffer.from(text) });
}

test("passages are exported, deleted, and imported to their places again", async (t) => {
  const { page, watch } = await openKeeper(t);
  await tag(page, CLAIM, "1");
  await tag(page, "long overdue", "2");
  await showList(page, "Mine");
  const exported = await download(page, "Export JSON-LD");
  assert.equal(exported.name, "postil-last-keeper-leaves-gannet-rock.jsonld");
  const exact = JSON.stringify(JSON.parse(exported.text)).match(/"exact":"[^"]*"/g);
  assert.deepEqual(exact, [`"exact":"${CLAIM}"`, '"exact":"long overdue"']);
  assert.match(exported.text, /"@context"|http:\/\/www\.w3\.org\/ns\/anno\.jsonld/);
  const markdown = await download(page, "Export Markdown");
  assert.equal(markdown.name, "postil-last-keeper-leaves-gannet-rock.md");
  assert.match(markdown.text, /Last keeper leaves Gannet Rock[^]*a machine took over the lamp[^]*long overdue/);

  watch.agree(/^Delete all 2 passages/);
  await page.getByRole("button", { name: "Delete all" }).click();
  await seePassages(page, []);
  await kept(page, 0);
  await importFile(page, exported.name, exported.text);
  await seePassages(page, [CLAIM, "long overdue"]);
  await page.getByText("2 passages imported.").waitFor();
  assert.deepEqual(await rows(page, ".tags"), ["claim / check", "source"]);
  await importFile(page, exported.name, exported.text);
  await page.getByText("0 passages imported, 2 already here.").waitFor();
  await kept(page, 2);
});

test("a file that holds no annotations is refused with its name", async (t) => {
  const { page } = await openKeeper(t);
  await showList(page, "Mine");
  await importFile(page, "shopping.json", "bread, lamp oil");
  await page.getByRole("status").getByText("“shopping.json”").waitFor();
});

test("what an import leaves out is listed line by line, and a file of another kind is told by what it is", async (t) => {
  const { page } = await openKeeper(t);
  await tag(page, CLAIM, "1");
  await showList(page, "Mine");
  const row = { id: "x1", uri: "https://tidal-post.example/other", text: "why?", target: [{ source: "https://tidal-post.example/other", selector: [{ type: "TextQuoteSelector", exact: "lamp" }] }] };
  await importFile(page, "hypothesis.json", JSON.stringify({ total: 3, rows: [row, { ...row, id: "x2", references: ["x1"] }, 7] }));
  await page.getByText("1 passage imported, 1 of other articles, kept for when those are opened, 2 left out.").waitFor();
  await page.getByRole("button", { name: "What was left out?" }).click();
  const dialog = page.getByRole("dialog", { name: "What was left out" });
  assert.deepEqual(await dialog.getByRole("listitem").allInnerTexts(), [
    "item 2 was left out: it is a reply to another annotation, and Postil has no place for replies",
    "item 3 was left out: it is no JSON object",
  ]);
  await axe(page);
  await page.keyboard.press("Escape");
  await importFile(page, "page.html", KEEPER);
  await page.getByText("it is a web page; open it as an article").waitFor();
  await importFile(page, "cut.jsonld", '{"type": "Annotation", "tar');
  await page.getByText("it is damaged: it begins as JSON, and is none any more at line 1").waitFor();
  await seePassages(page, [CLAIM]);
});

test("an import stands beside what it contradicts, and completes what it adds to", async (t) => {
  const { page, watch } = await openKeeper(t);
  await tag(page, CLAIM, "1");
  await showList(page, "Mine");
  const { text } = await download(page, "Export JSON-LD");
  const theirs = JSON.parse(text).first.items[0];
  theirs.body = [{ type: "TextualBody", purpose: "commenting", value: "Whose machine?" }];
  theirs.modified = "2030-01-01T00:00:00Z";
  await importFile(page, "theirs.jsonld", JSON.stringify(theirs));
  await page.getByText("0 passages imported, 1 of yours completed.").waitFor();
  await soon(async () => assert.deepEqual(await rows(page, ".tags"), ["claim / check"]));
  assert.match(await page.locator("#list .how").innerText(), /Whose machine\?/);
  theirs.body[0].value = "No machine at all.";
  await importFile(page, "theirs.jsonld", JSON.stringify(theirs));
  await page.getByText("1 passage imported, 1 of them beside yours, which say something else.").waitFor();
  await soon(async () => assert.equal((await rows(page, ".tags")).length, 2));
  await page.getByText("More forms").click();
  const saved = await download(page, "Export HTML");
  watch.agree(/^Delete all 2 passages/);
  await page.getByRole("button", { name: "Delete all" }).click();
  await kept(page, 0);
  await importFile(page, saved.name, saved.text);
  await page.getByText("2 passages imported.").waitFor();
});
