// Runs the anchoring benchmark in Chromium and prints its table: node drive.mjs FOLDER CHROMIUM, where FOLDER holds the page.
import { existsSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { chromium } from "playwright-core";

const [folder = ".", executablePath = ""] = process.argv.slice(2);
const ORIGIN = "http://bench.example/";
/** @type {Record<string, string>} */
const TYPES = { ".js": "text/javascript", ".wasm": "application/wasm", ".html": "text/html" };

/** How often ours is run in each scene; the table has the median. */
const RUNS = 9;

const SCENES = [
  { name: "1 MB, unchanged", blocks: 8000, passages: 1000 },
  { name: "1 MB, 1 % of it changed", blocks: 8000, passages: 1000, oneIn: 100 },
  { name: "1 MB, 10 % of it changed", blocks: 8000, passages: 1000, oneIn: 10 },
  { name: "1 MB, passages gone", blocks: 8000, passages: 100, gone: true },
  { name: "12 KB, unchanged", blocks: 96, passages: 50 },
  { name: "12 KB, 1 % of it changed", blocks: 96, passages: 50, oneIn: 100 },
];

/** Of how many passages theirs is given one: it takes a tenth of a second for each. */
const EVERY = 20;

const browser = await chromium.launch({ executablePath, headless: true, args: ["--no-sandbox", "--disable-gpu"] });
try {
  const page = await browser.newPage();
  await page.route(`${ORIGIN}**`, (route) => {
    const name = new URL(route.request().url()).pathname.slice(1) || "index.html";
    const file = join(folder, name);
    if (!existsSync(file)) return route.fulfill({ status: 404, body: "" });
    return route.fulfill({ contentType: TYPES[extname(file)] ?? "application/octet-stream", body: readFileSync(file) });
  });
  await page.goto(ORIGIN);
  const devtools = await page.context().newCDPSession(page);
  // the main thread's own time, whatever else the machine does
  await devtools.send("Performance.enable", { timeDomain: "threadTicks" });
  const spent = async () => {
    const { metrics } = await devtools.send("Performance.getMetrics");
    return 1000 * (metrics.find(({ name }) => name === "ThreadTime")?.value ?? NaN);
  };
  /** @param {string} code */
  const call = (code) => page.evaluate(`bench.then((bench) => bench.${code})`);
  /** @param {"ours" | "theirs"} whose @param {number} every */
  const run = async (whose, every) => {
    const before = await spent();
    const { right, of } = /** @type {any} */ (await call(`run(${JSON.stringify(whose)}, ${every})`));
    return { cpu: (await spent()) - before, right, of };
  };
  const idle = [];
  await call(`set({ blocks: 1, passages: 0 })`);
  for (let n = 0; n < RUNS; n++) idle.push((await run("ours", 1)).cpu);
  const overhead = Math.min(...idle);
  console.log(["", "bytes", "text nodes", "passages", "right", "first", "median", "theirs: of", "right", "each"].map((head, n) => (n ? head.padStart(11) : head.padEnd(26))).join(""));
  for (const { name, ...scene } of SCENES) {
    const { bytes, nodes, passages } = /** @type {any} */ (await call(`set(${JSON.stringify(scene)})`));
    const runs = [];
    for (let n = 0; n < RUNS; n++) runs.push(await run("ours", 1));
    const times = runs.map(({ cpu }) => Math.max(0, cpu - overhead));
    const median = times.toSorted((a, b) => a - b)[RUNS >> 1];
    const peer = await run("theirs", passages > 200 ? EVERY : 5);
    const cells = [bytes, nodes, passages, runs[0].right, times[0].toFixed(1), median.toFixed(1), peer.of, peer.right, (peer.cpu / peer.of).toFixed(1)];
    console.log(name.padEnd(26) + cells.map((cell) => String(cell).padStart(11)).join(""));
  }
  console.log("(milliseconds of the main thread's CPU for all passages, snapshot of the text included; theirs, approx-string-match as Hypothesis uses it, for each)");
} finally {
  await browser.close();
}
