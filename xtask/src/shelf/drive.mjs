// Times a library of 1,000 articles and 20,000 passages in Chromium: node drive.mjs FOLDER CHROMIUM, where FOLDER is the built page.
import { existsSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { chromium } from "playwright-core";

const [folder = ".", executablePath = ""] = process.argv.slice(2);
const ORIGIN = "https://bench.example/";
/** @type {Record<string, string>} */
const TYPES = { ".js": "text/javascript", ".wasm": "application/wasm", ".html": "text/html", ".css": "text/css", ".svg": "image/svg+xml" };
const RUNS = 9;

const browser = await chromium.launch({ executablePath, headless: true, args: ["--no-sandbox", "--disable-gpu"] });
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.route(`${ORIGIN}**`, (route) => {
    const file = join(folder, new URL(route.request().url()).pathname.slice(1) || "index.html");
    if (!existsSync(file)) return route.fulfill({ status: 404, body: "" });
    return route.fulfill({ contentType: TYPES[extname(file)] ?? "application/octet-stream", body: readFileSync(file) });
  });
  await page.goto(ORIGIN);
  await page.locator(".sheet h1").waitFor();
  await page.evaluate(async () => {
    // invented words, the same in every run
    let seed = 7;
    const next = () => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
    const syllables = ["ha", "bo", "ri", "ten", "ka", "lo", "mis", "ve", "dun", "par", "sel", "to"];
    const word = () => Array.from({ length: 2 + Math.floor(next() * 2) }, () => syllables[Math.floor(next() * syllables.length)]).join("");
    const words = (/** @type {number} */ count) => Array.from({ length: count }, word).join(" ");
    /** @type {IDBDatabase} */
    const database = await new Promise((resolve, reject) => {
      const opening = globalThis.indexedDB.open("postil");
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = reject;
    });
    const transaction = database.transaction(["articles", "notes"], "readwrite");
    for (let n = 0; n < 1000; n++) {
      const source = `https://paper-${n % 40}.example/${n}`;
      const said = Array.from({ length: 20 }, (_, m) => ({ id: `urn:uuid:${n}-${m}`, speaker: `Speaker ${(n + m) % 200}`, kind: "quote" }));
      const opened = new Date(1.7e12 + n * 3.6e6).toISOString();
      transaction.objectStore("articles").put({ source, title: words(8), opened, url: source, site: `Paper ${n % 40}`, byline: null, published: opened, read: 0, size: 9000, said });
      for (const { id } of said) {
        const exact = words(30);
        transaction.objectStore("notes").put({
          id, type: "Annotation", motivation: "commenting", created: opened, modified: opened,
          body: [{ type: "TextualBody", purpose: "tagging", value: `tag ${n % 12}` }, { type: "TextualBody", purpose: "commenting", format: "text/plain", value: words(12) }],
          target: { type: "SpecificResource", source, "dcterms:title": "x", selector: [{ type: "TextQuoteSelector", exact, prefix: words(5), suffix: words(5) }, { type: "TextPositionSelector", start: 3, end: 200 }] },
        });
      }
    }
    await new Promise((resolve) => (transaction.oncomplete = resolve));
    database.close();
  });
  /** From an act to the frame after the page shows what follows from it, in milliseconds. @param {string} act a script @param {string} seen a condition */
  const time = async (act, seen) => {
    const script = `(async () => {
      const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      await frame();
      const start = performance.now();
      ${act};
      while (!(${seen})) await frame();
      await frame();
      return performance.now() - start;
    })()`;
    return /** @type {number} */ (await page.evaluate(script));
  };
  const rows = `document.querySelectorAll("#library-rows > .row").length`;
  const type = (/** @type {string} */ words) =>
    `const field = document.querySelector("#library-words"); field.value = ${JSON.stringify(words)}; field.dispatchEvent(new Event("input", { bubbles: true }));`;
  const opens = [];
  const searches = [];
  for (let n = 0; n < RUNS; n++) {
    opens.push(await time(`document.querySelector("[data-act=library]").click()`, `${rows} > 100`));
    await time(`document.querySelector("[data-act=library-passages]").click()`, `document.querySelector("#library-rows .pas")`);
    for (const words of ["haboten", "mis ve", "dunpar kalo"]) {
      const before = await page.locator("[data-act=library-passages] small").innerText();
      searches.push(await time(type(words), `document.querySelector("[data-act=library-passages] small").textContent !== "${before}"`));
    }
    await time(type(""), `document.querySelector("[data-act=library-passages] small").textContent === "20000"`);
    await time(`document.querySelector("[data-act=library-articles]").click()`, `document.querySelector("#library-rows .art")`);
    await time(`document.querySelector("[data-act=reading]").click()`, `document.querySelector("#library").hidden`);
  }
  for (const [name, times] of /** @type {[string, number[]][]} */ ([["opens", opens], ["search", searches]])) {
    const sorted = times.toSorted((a, b) => a - b);
    const at = (/** @type {number} */ index) => (sorted[index] ?? NaN).toFixed(0).padStart(8);
    console.log(`${name.padEnd(8)} first${(times[0] ?? NaN).toFixed(0).padStart(8)}  fastest${at(0)}  median${at(sorted.length >> 1)}  slowest${at(sorted.length - 1)}`);
  }
  console.log("(milliseconds from a click or a key to the frame after its effect; 1,000 articles, 20,000 passages)");
} finally {
  await browser.close();
}
