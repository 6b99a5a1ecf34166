// A page that tries to run, load, open, go elsewhere or draw over the reader's page, by every way in: nothing of it does.
import assert from "node:assert/strict";
import { test } from "node:test";
import { KEEPER } from "./articles.mjs";
import { CONFUSIONS, HOSTILE } from "./hostile.mjs";
import { drop, layer, openReader, painted, paste, selectByMouse, serve, showList, soon } from "./reader.mjs";

/** @typedef {import("playwright-core").Page} Page */

/** What the renderer makes; nothing else may stand in the article. */
const ELEMENTS = "div h1 h2 h3 h4 p b i span ul li button a blockquote pre table tbody tr td img article header time aside".split(" ");
const ATTRIBUTES = "class dir lang hidden style tabindex role type href rel target alt loading referrerpolicy datetime aria-label data-act data-id data-slot data-src data-comment data-postil-aside".split(" ");

/** Opens the page, listens for what must not happen, and gives a check that it did not. @param {import("node:test").TestContext} t */
async function openWatched(t) {
  const opened = await openReader(t);
  const { page, site, watch } = opened;
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ blockedURI, violatedDirective }) => {
      if (blockedURI !== "inline" && violatedDirective !== "base-uri") console.error(`Content Security Policy: ${violatedDirective} ${blockedURI}`);
    });
  });
  await page.reload();
  await page.locator(".sheet h1").waitFor();
  /** @type {string[]} */
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  page.on("popup", (popup) => asked.push(`popup ${popup.url()}`));
  const isOwn = (/** @type {string} */ url) => /^blob:/.test(url) || url === site.base || (url.startsWith(site.base) && /^(assets|press)\//.test(url.slice(site.base.length)));
  const check = async () => {
    assert.equal(await page.evaluate(() => Reflect.get(window, "hurt")), undefined, "nothing ran");
    assert.deepEqual(asked.filter((url) => !isOwn(url)), [], "nothing was loaded");
    assert.deepEqual(watch.problems, []);
    assert.equal(await page.getByRole("dialog").count(), 0);
    assert.equal(page.context().pages().length, 1);
    assert.ok(page.url().startsWith(`${site.base}#`), page.url());
    assert.deepEqual(await strangers(page), []);
  };
  return { ...opened, check };
}

/** Elements and attributes in the article that the renderer does not make. @param {Page} page */
const strangers = (page) =>
  page.evaluate(([elements, attributes]) => {
    const found = [];
    for (const element of document.querySelectorAll(".sheet, .sheet *")) {
      if (!elements.includes(element.localName) || element.namespaceURI !== "http://www.w3.org/1999/xhtml") found.push(element.outerHTML.slice(0, 80));
      for (const { name, value } of element.attributes) {
        const isBad = !attributes.includes(name) || (name === "href" && !/^https?:\/\//.test(value)) || (name === "style" && !/^(--depth|width|top)\s*:\s*(calc\()?[-\d.]+(px|%)?\)?;?$/.test(value));
        if (isBad) found.push(`${element.localName} ${name}=${value.slice(0, 60)}`);
      }
    }
    if (document.querySelectorAll(".sheet").length !== 1) found.push("another sheet");
    if (document.querySelectorAll("script, style, base, iframe, meta[http-equiv=refresh]").length !== 1) found.push("something new in the document");
    return found;
  }, [ELEMENTS, ATTRIBUTES]);

/** Does with the article what a reader does, so that whatever waits for it has its chance. @param {Page} page */
async function readOn(page) {
  await page.locator(".sheet h1").click();
  await page.locator(".sheet").getByText("said Anna Torvald").hover();
  for (const name of /** @type {const} */ (["Names", "Comments", "Voices"])) {
    await showList(page, name);
    await page.locator("#list li").first().getByRole("button").first().click();
  }
  for (let steps = 0; steps < 25; steps += 1) await page.keyboard.press("Tab");
  await page.keyboard.press("Escape");
  await layer(page, "Quotes").click();
  assert.deepEqual(await painted(page, "postil-voice-"), [], "the page is usable");
  await layer(page, "Quotes").click();
}

const ways = {
  "pasted onto the page": async (/** @type {Page} */ page) => paste(page, { html: HOSTILE, text: "A letter" }),
  "pasted into the dialog": async (/** @type {Page} */ page) => {
    await page.getByRole("button", { name: "Open article" }).click();
    await paste(page, { html: HOSTILE, text: "A letter" }, "#open-text");
    await page.getByRole("button", { name: "Read it", exact: true }).click();
  },
  "dropped as a file": async (/** @type {Page} */ page) => drop(page, [{ name: "<img src=x onerror=alert(1)>.html", text: HOSTILE }]),
  "opened by address": async (/** @type {Page} */ page, /** @type {import("./harness.mjs").Site} */ site) =>
    paste(page, { text: await serve(page, site, "letter.html", HOSTILE) }),
};
for (const [way, open] of Object.entries(ways)) {
  test(`a hostile page ${way} runs nothing and loads nothing`, async (t) => {
    const { page, site, check } = await openWatched(t);
    await open(page, site);
    await soon(async () => assert.match(await page.locator(".sheet h1").innerText(), /A letter that was not what it seemed/));
    await soon(() => assert.ok(page.url().includes("#"), "it is remembered"));
    await check();
    await readOn(page);
    await check();
    const text = await page.locator(".sheet").innerText();
    assert.match(text, /several of its readers said/);
    assert.match(text, /I wrote that letter/);
    assert.doesNotMatch(text, /top\.hurt=top\.hurt\|\|\[\]\)\.push\('(head|load|svg|module|name|commenter)'\)/, "no script is shown as text");
  });
}

test("a hostile page's words do no harm in a note, in exports and in the list of articles", async (t) => {
  const { page, check } = await openWatched(t);
  await paste(page, { html: HOSTILE });
  await page.locator(".sheet").getByText("said Anna Torvald").waitFor();
  await selectByMouse(page, "who keeps the letters");
  await page.keyboard.press("n");
  const markup = `<img src=/hurt-note onerror="top.hurt=['note']"><script>top.hurt=['note']</script>`;
  await page.getByLabel("Tags, parted by commas").fill(`<b onclick=top.hurt=1>tag</b>`);
  await page.getByLabel("Note", { exact: true }).fill(markup);
  await page.getByRole("button", { name: "Save" }).click();
  await showList(page, "Mine");
  await soon(async () => assert.equal(await page.locator("#list .how").innerText(), markup));
  await check();
  await page.getByRole("button", { name: "Open article" }).click();
  await page.getByRole("dialog").getByRole("button", { name: /A letter that was not/ }).first().waitFor();
  await page.keyboard.press("Escape");
  await page.reload();
  await soon(async () => assert.equal(await page.locator("#list .how, .note .body").first().innerText(), markup));
  await check();
});

test("markup that parsers disagree about is text or nothing", async (t) => {
  const { page, check } = await openWatched(t);
  for (const [number, trick] of CONFUSIONS.entries()) {
    await paste(page, { html: KEEPER.replace("forty years", `${number + 41} years`).replace("<h2>", `<div>${trick}</div><h2>`) });
    await soon(async () => assert.match(await page.locator(".sheet").innerText(), new RegExp(`after ${number + 41} years`)));
    await soon(() => assert.ok(page.url().includes("#"), "it is remembered"));
    await check();
  }
});

test("fields that hide a form's own properties do not hold the reading up", async (t) => {
  const { page } = await openReader(t);
  const names = ["attributes", "nodeType", "localName", "firstChild", "nextSibling", "parentNode", "getAttribute"];
  for (const [number, name] of names.entries()) {
    const form = `<form><input name="${name}"><p>A form stands here.</p></form>`;
    await paste(page, { html: KEEPER.replace("forty years", `${number + 41} years`).replace("<h2>", `${form}<h2>`) });
    await soon(async () => assert.match(await page.locator(".sheet").innerText(), new RegExp(`after ${number + 41} years`)));
    assert.equal(await page.getByRole("heading", { name: "What becomes of the tower" }).count(), 1, `all of it is read, with a field called ${name}`);
  }
});
