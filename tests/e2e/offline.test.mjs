// Kept at hand: without a network after one visit, from one version to the next, and after a first visit that broke off.
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { offline } from "../../xtask/src/pack/offline.mjs";
import { FERRY, FERRY_TITLE, SAMPLE_TITLE } from "./articles.mjs";
import { DIST, asset, launch } from "./harness.mjs";
import { Host } from "./host.mjs";
import { paste, seeArticle, soon } from "./reader.mjs";

/** @typedef {import("playwright-core").Page} Page */

const SERVICE_WORKER = fileURLToPath(new URL("../../www/service-worker.js", import.meta.url));

/** @param {import("node:test").TestContext} t */
async function begin(t, folder = DIST) {
  const { browser } = await launch();
  const host = await new Host(folder).start(t);
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" });
  t.after(() => context.close());
  const page = await context.newPage();
  return { host, page, base: host.base ?? "" };
}

/** A copy of what is tested, in which the page says which version it is. @param {import("node:test").TestContext} t @param {string} version */
async function versionOf(t, version) {
  const dist = mkdtempSync(join(tmpdir(), "postil-version-"));
  t.after(() => rmSync(dist, { recursive: true, force: true }));
  cpSync(DIST, dist, { recursive: true });
  const page = join(dist, "index.html");
  writeFileSync(page, readFileSync(page, "utf8").replace("</head>", `<meta name="version" content="${version}">\n</head>`));
  // a file of this version alone: another is not whole without it
  writeFileSync(join(dist, `assets/extra-${version}.css`), `/* ${version} */`);
  await offline(/** @type {any} */ ({ dist }), SERVICE_WORKER);
  return dist;
}

/** Waits until a version is here, whole, and answers for the page. @param {Page} page */
async function kept(page) {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller) await new Promise((done) => navigator.serviceWorker.addEventListener("controllerchange", done, { once: true }));
  });
}

/** @param {Page} page */
const version = (page) => page.evaluate(() => document.querySelector("meta[name=version]")?.getAttribute("content"));

/** Tags the first words of the headline. @param {Page} page */
async function tag(page) {
  await page.evaluate(() => {
    const words = document.querySelector(".sheet h1")?.firstChild;
    if (words) getSelection()?.setBaseAndExtent(words, 0, words, 9);
  });
  await page.locator("#tagbar").waitFor();
  await page.keyboard.press("1");
  await passages(page, 1);
}

/** @param {Page} page @param {number} count */
const passages = (page, count) => page.locator(".layers [data-id=mine] .count", { hasText: new RegExp(`^${count}$`) }).waitFor();

test("everything works without a network after one visit", async (t) => {
  const { host, page, base } = await begin(t);
  await page.goto(base);
  await seeArticle(page, SAMPLE_TITLE);
  await kept(page);
  await tag(page);
  host.stop();
  for (const address of [base, `${base}index.html`]) {
    await page.goto("about:blank");
    await page.goto(address);
    await seeArticle(page, SAMPLE_TITLE);
    await passages(page, 1);
  }
  await paste(page, { text: FERRY });
  await seeArticle(page, FERRY_TITLE);
  // the address names what is kept, once it is
  await soon(() => assert.notEqual(new URL(page.url()).hash, ""));
  await page.reload();
  await seeArticle(page, FERRY_TITLE);
});

test("a new version is announced, taken when the reader agrees, and finds the notes", async (t) => {
  const { host, page, base } = await begin(t, await versionOf(t, "1"));
  await page.goto(base);
  await seeArticle(page, SAMPLE_TITLE);
  await kept(page);
  await tag(page);
  host.folder = await versionOf(t, "2");
  await page.reload();
  await seeArticle(page, SAMPLE_TITLE);
  const announced = page.getByRole("status").getByText("A new version of Postil is here");
  await announced.waitFor();
  assert.equal(await version(page), "1", "nothing changes before the reader agrees");
  await page.reload();
  await announced.waitFor();
  assert.equal(await version(page), "1", "nor by loading the page again");
  await page.getByRole("button", { name: "Take it" }).click();
  await soon(async () => assert.equal(await version(page), "2"));
  await seeArticle(page, SAMPLE_TITLE);
  await passages(page, 1);
  assert.equal(await announced.count(), 0);
  host.stop();
  await page.reload();
  await seeArticle(page, SAMPLE_TITLE);
  assert.equal(await version(page), "2");
});

test("a version that is not whole on its server is never taken", async (t) => {
  const { host, page, base } = await begin(t, await versionOf(t, "1"));
  await page.goto(base);
  await seeArticle(page, SAMPLE_TITLE);
  await kept(page);
  host.folder = await versionOf(t, "2");
  host.missing = /extra-2/;
  const gaveUp = (/** @type {() => Promise<unknown>} */ act) =>
    Promise.all([act(), page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      registration.update().catch(() => {});
      await new Promise((found) => registration.addEventListener("updatefound", found, { once: true }));
      const next = registration.installing;
      await new Promise((done) => next?.addEventListener("statechange", done, { once: true }));
      return next?.state;
    })]).then(([, state]) => state);
  assert.equal(await gaveUp(async () => {}), "redundant");
  // files of two versions: the page of one, and another's file by the right name
  host.missing = undefined;
  writeFileSync(join(host.folder, "assets/extra-2.css"), "/* some other bytes */");
  assert.equal(await gaveUp(async () => {}), "redundant");
  host.stop();
  await page.reload();
  await seeArticle(page, SAMPLE_TITLE);
  assert.equal(await version(page), "1");
  assert.equal(await page.getByText("A new version of Postil is here").count(), 0);
});

test("a first visit that breaks off repairs itself", async (t) => {
  const { host, page, base } = await begin(t);
  host.cut = /\.model$|analysis_bg/;
  await page.goto(base);
  await page.getByRole("status").getByRole("button", { name: "Try again" }).waitFor();
  assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active?.state), undefined);
  const model = asset("postil.model");
  await soon(() => assert.ok(host.asked.filter((path) => path === model).length >= 2, "the page asked for it, and what keeps it"));
  host.cut = undefined;
  await page.reload();
  await seeArticle(page, SAMPLE_TITLE);
  await kept(page);
  host.stop();
  await page.reload();
  await seeArticle(page, SAMPLE_TITLE);
});

test("what another program shares is opened", async (t) => {
  const { page, base } = await begin(t);
  await page.goto(base);
  await seeArticle(page, SAMPLE_TITLE);
  await kept(page);
  // as another program does: a form that is sent from elsewhere
  const share = async (/** @type {Record<string, string>} */ fields, /** @type {{ name: string, text: string } | undefined} */ file) => {
    await page.goto(new URL("/elsewhere", base).href);
    await page.evaluate(({ action, fields, file }) => {
      const form = document.createElement("form");
      Object.assign(form, { method: "post", enctype: "multipart/form-data", acceptCharset: "utf-8", action });
      for (const [name, value] of Object.entries(fields)) {
        const field = document.createElement("textarea");
        Object.assign(field, { name, value });
        form.append(field);
      }
      if (file) {
        const field = document.createElement("input");
        Object.assign(field, { type: "file", name: "files" });
        const files = new DataTransfer();
        files.items.add(new File([file.text], file.name, { type: "text/plain" }));
        field.files = files.files;
        form.append(field);
      }
      document.body.append(form);
      form.submit();
    }, { action: base, fields, file });
  };
  await share({ title: "", text: FERRY, url: "" }, undefined);
  await seeArticle(page, FERRY_TITLE);
  assert.ok(!page.url().includes("shared"));
  await share({ title: "", text: "", url: "" }, { name: "ferry.txt", text: FERRY });
  await seeArticle(page, FERRY_TITLE);
  // a site that lets nobody read it: the page says how to go on
  await share({ title: "Ferry late", text: `Ferry late ${base.replace(/\/papers.*/, "/nowhere")}`, url: "" }, undefined);
  await page.getByRole("status").getByText("404").waitFor();
  await seeArticle(page, SAMPLE_TITLE);
});

test("the manifest names icons and files that are there", () => {
  const manifest = JSON.parse(readFileSync(join(DIST, "postil.webmanifest"), "utf8"));
  const there = readdirSync(join(DIST, "assets"));
  assert.ok(manifest.icons.some((/** @type {any} */ icon) => icon.sizes === "512x512" && icon.purpose === "maskable"));
  for (const { src } of manifest.icons) assert.ok(there.includes(src.replace("assets/", "")), src);
  assert.equal(manifest.start_url, "./");
  assert.deepEqual(Object.keys(manifest.file_handlers[0].accept), ["text/html", "text/plain"]);
});
