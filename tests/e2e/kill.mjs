// Kills Chromium while the page writes, and looks what is left.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { chromium } from "playwright-core";

const ORIGIN = "https://durability.example/";
/** @type {Record<string, string>} */
const TYPES = { ".js": "text/javascript", ".wasm": "application/wasm", ".html": "text/html", ".css": "text/css", ".svg": "image/svg+xml" };
/** Sentences of an article: more than are tagged in the longest round. */
const SENTENCES = 400;
/** The longest time that passages are tagged before the browser is killed, in milliseconds. */
const LONGEST = 1_500;

/**
 * What was said to be kept, what is kept, and what is wrong with that: of what is lost, after which kill.
 * @typedef {{ said: number, kept: number, lost: string[], corrupt: string[] }} Outcome
 */

/**
 * Opens an article, tags one sentence after the other as fast as the keys are heard, and kills the browser with all its processes; `times`
 * times, each after another while, on one profile. A passage counts as said to be kept when the page has announced it.
 * @param {{ folder: string, program: string, times: number, tell?: (line: string) => void }} options `folder` holds the built page
 * @returns {Promise<Outcome>}
 */
export async function killAtRandom({ folder, program, times, tell = () => {} }) {
  const profile = mkdtempSync(join(tmpdir(), "postil-durability-"));
  /** @type {Set<string>} */
  const said = new Set();
  /** @type {Set<string>} */
  const lost = new Set();
  /** @type {Set<string>} */
  const corrupt = new Set();
  let kept = 0;
  /** Looks what is left. @param {import("playwright-core").Page} page @param {number} round */
  const look = async (page, round) => {
    const rows = await page.evaluate(read);
    const there = new Set(rows.map(({ exact }) => exact));
    const gone = [...said].filter((words) => !there.has(words) && ![...lost].some((line) => line.endsWith(words)));
    if (gone.length > 0) tell(`after kill ${round}: ${gone.length} of ${said.size} lost, ${rows.length} there`);
    for (const words of gone) lost.add(`after kill ${round}: ${words}`);
    for (const { id, whole } of rows) if (!whole) corrupt.add(id);
    kept = there.size;
  };
  let seed = 11;
  const random = () => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
  try {
    for (let round = 1; round <= times; round += 1) {
      const before = said.size;
      const { page, kill } = await start(program, profile, folder);
      if (round > 1) await look(page, round - 1);
      await page.exposeFunction("heard", (/** @type {string} */ words) => void said.add(words));
      await page.evaluate(paste, { title: `Round ${round}`, sentences: SENTENCES });
      await page.locator(".sheet h1", { hasText: `Round ${round}` }).waitFor();
      const wait = 20 + random() * LONGEST;
      // it never ends: the browser goes before
      const tagging = page.evaluate(tagAll).catch(() => {});
      await new Promise((done) => setTimeout(done, wait));
      await kill();
      await tagging;
      tell(`round ${round}: killed after ${wait.toFixed(0)} ms, ${said.size - before} said to be kept`);
    }
    const { page, kill } = await start(program, profile, folder);
    await look(page, times);
    const complaints = await page.locator(".toast.bad").allInnerTexts();
    await kill();
    return { said: said.size, kept, lost: [...lost], corrupt: [...corrupt, ...complaints] };
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** @param {string} program @param {string} profile @param {string} folder */
async function start(program, profile, folder) {
  const port = join(profile, "DevToolsActivePort");
  rmSync(port, { force: true });
  const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--remote-debugging-port=0", `--user-data-dir=${profile}`, "about:blank"];
  // a group of its own, so that all its processes are killed at once
  const running = spawn(program, flags, { stdio: "ignore", detached: true });
  const gone = new Promise((done) => running.once("exit", done));
  const kill = async () => {
    process.kill(-(/** @type {number} */ (running.pid)), "SIGKILL");
    await gone;
  };
  try {
    const end = Date.now() + 30_000;
    while (!existsSync(port) || !readFileSync(port, "utf8").includes("\n")) {
      if (Date.now() > end) throw new Error("Chromium did not start");
      await new Promise((done) => setTimeout(done, 20));
    }
    const [number] = readFileSync(port, "utf8").split("\n");
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${number}`);
    const [context = await browser.newContext()] = browser.contexts();
    const page = await context.newPage();
    await page.route(`${ORIGIN}**`, (route) => {
      const file = join(folder, new URL(route.request().url()).pathname.slice(1) || "index.html");
      if (!existsSync(file)) return route.fulfill({ status: 404, body: "" });
      return route.fulfill({ contentType: TYPES[extname(file)] ?? "application/octet-stream", body: readFileSync(file) });
    });
    await page.goto(ORIGIN);
    await page.locator(".sheet h1").waitFor();
    return { page, kill };
  } catch (error) {
    await kill();
    throw error;
  }
}

/** Opens an article in which no sentence is like another, nor like one of the articles before. @param {{ title: string, sentences: number }} article */
function paste({ title, sentences }) {
  const number = () => Math.floor(Math.random() * 1e9).toString(36);
  const body = Array.from({ length: sentences }, (_, n) => `The keeper ${number()} saw ${number()} at ${number()} and ${number()}, sentence ${n + 1} of ${title.toLowerCase()}.`);
  const data = new DataTransfer();
  data.setData("text/plain", [title, ...body].join("\n\n"));
  document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}

/** Tags sentence after sentence, and tells of each once the page has announced it. They are announced in the order in which they were tagged. */
async function tagAll() {
  /** @type {string[]} */
  const tagged = [];
  const live = document.querySelector("#live");
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      if ([...addedNodes].some((node) => node.textContent?.startsWith("Tagged"))) {
        // @ts-expect-error -- Playwright's
        globalThis.heard(tagged.shift());
      }
    }
  }).observe(/** @type {Element} */ (live), { childList: true });
  const press = (/** @type {string} */ key) => document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  let last = "";
  for (;;) {
    press("s");
    const words = getSelection()?.toString() ?? "";
    if (words.startsWith("The keeper") && words !== last) {
      tagged.push(words);
      press("1");
      last = words;
    }
    await new Promise((done) => setTimeout(done, 4));
  }
}

/** All that is kept. @returns {Promise<{ id: string, exact: string, whole: boolean }[]>} */
function read() {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open("postil");
    opening.onerror = reject;
    opening.onsuccess = () => {
      const reading = opening.result.transaction("notes").objectStore("notes").getAll();
      reading.onerror = reject;
      reading.onsuccess = () =>
        resolve(
          reading.result.map((/** @type {any} */ row) => {
            const [quote, position] = row.target?.selector ?? [];
            const whole = row.type === "Annotation" && row.body?.[0]?.value === "claim / check" && quote?.type === "TextQuoteSelector" && position?.end > position?.start;
            return { id: String(row.id), exact: String(quote?.exact), whole };
          }),
        );
    };
  });
}
