// The harness itself: it has to notice what it is there to notice.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Watch, axe, openPage } from "./harness.mjs";

test("errors, foreign requests and policy violations are noticed", async (t) => {
  const { page, watch } = await openPage(t);
  await page.evaluate(() => {
    console.error("said aloud");
    setTimeout(() => {
      throw new Error("thrown");
    });
    const script = document.createElement("script");
    script.textContent = "document.title = 'inline script ran'";
    document.head.append(script);
    const image = new Image();
    image.src = "https://elsewhere.example/pixel.png";
    document.body.append(image);
  });
  const awaited = [/said aloud/, /page error: .*thrown/, /inline script/];
  const seen = () => awaited.every((pattern) => watch.problems.some((problem) => pattern.test(problem)));
  for (let tries = 0; tries < 50 && !seen(); tries += 1) {
    await page.waitForTimeout(50);
  }
  assert.ok(seen(), watch.problems.join("\n"));
  assert.notEqual(await page.title(), "inline script ran");
  watch.expect(/./);
});

test("an unexpected problem fails a test, an expected one does not", () => {
  const watch = new Watch();
  watch.problems.push("request to elsewhere: https://elsewhere.example/");
  assert.throws(() => watch.check(), /elsewhere\.example/);
  watch.expect(/elsewhere/);
  watch.check();
});

test("axe finds what is wrong", async (t) => {
  const { page } = await openPage(t);
  await page.evaluate(() => document.body.append(document.createElement("button")));
  await assert.rejects(axe(page), /button-name/);
});
