// The page loads, from any static server and under any path, and its policy lets no inline script run.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { DIST, asset, openPage } from "./harness.mjs";

test("the page loads its module", async (t) => {
  const { page, site } = await openPage(t, { path: "index.html" });
  const loaded = await page.waitForFunction(() => {
    const entries = performance.getEntriesByType("resource");
    return entries.map((entry) => entry.name).find((name) => name.endsWith(".wasm"));
  });
  assert.equal(await loaded.jsonValue(), site.base + asset("page_bg.wasm"));
  assert.match(await page.title(), /Postil/);
  assert.ok(await page.locator("html[lang]").count(), "the page names its language");
});

test("the policy allows no inline script, no inline style and no eval", () => {
  const html = readFileSync(join(DIST, "index.html"), "utf8");
  const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]*)"/i.exec(html)?.[1];
  assert.ok(policy, "index.html has a Content-Security-Policy");
  assert.match(policy, /default-src 'none'|default-src 'self'/);
  assert.doesNotMatch(policy, /'unsafe-inline'|'unsafe-eval'|'unsafe-hashes'/);
});
