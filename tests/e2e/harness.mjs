// The page in a real browser: served from `dist/` under a sub-path by a plain static server, and watched for every error,
// policy violation and request to elsewhere. A test fails on any that it did not expect.
import { AssertionError } from "node:assert";
import { createReadStream, existsSync, mkdirSync, readFileSync, readdirSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { dirname, extname, join, normalize, sep } from "node:path";
import { after } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

/** @typedef {import("playwright-core").Page} Page */
/** @typedef {import("playwright-core").Browser} Browser */
/** @typedef {{ browser: Browser, server: import("node:http").Server, origin: string, base: string }} Site */
/**
 * @typedef {object} PageOptions
 * @property {string} [path] behind the page's address: `?url=…`, `#…`
 * @property {"light" | "dark"} [colorScheme]
 * @property {{ width: number, height: number }} [viewport] in CSS pixels
 * @property {import("playwright-core").BrowserContextOptions} [context] anything else of Playwright's
 */

const here = dirname(fileURLToPath(import.meta.url));

/** What is tested: the folder that `cargo xtask dist` fills. */
export const DIST = process.env.POSTIL_DIST ?? join(here, "../../dist");

/** Where a file of `dist/assets/` lies, whose name there tells its content too: `postil.model`. @param {string} name */
export function asset(name) {
  const [, stem, extension] = /^(.*)(\.\w+)$/.exec(name) ?? [];
  const found = readdirSync(join(DIST, "assets")).find((file) => file.startsWith(`${stem}-`) && file.endsWith(`${extension}`));
  if (!found) throw new Error(`dist/assets/ holds no ${name}`);
  return `assets/${found}`;
}

/** Where the server puts it: a deep path shows every address that is not relative. */
const MOUNT = "/some/where/postil/";

/** What files are sent as, by their ending. @type {Record<string, string>} */
export const TYPES = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
};

/** Programs tried when CHROME is not set; `cargo xtask test` sets it. */
const PROGRAMS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** Chromium's program. */
export function program() {
  const found = process.env.CHROME ?? PROGRAMS.find((path) => existsSync(path));
  if (!found) throw new Error("no Chromium or Chrome here: install it, or name its program in CHROME");
  return found;
}

/** @type {Promise<Site> | undefined} */
let launched;

/**
 * Starts the server and the browser, once for a test file; both end with it.
 * `base` is the page's address, with a slash at its end.
 * @returns {Promise<Site>}
 */
export function launch() {
  launched ??= start();
  return launched;
}

/** @returns {Promise<Site>} */
async function start() {
  if (!existsSync(join(DIST, "index.html"))) {
    throw new Error(`${DIST} holds no page; make it: cargo xtask dist`);
  }
  const executablePath = program();
  const server = createServer((request, response) => answer(request.url ?? "/", response));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const address = server.address();
  if (address === null || typeof address === "string") {
    throw new Error("the server has no port");
  }
  const origin = `http://127.0.0.1:${address.port}`;
  const browser = await chromium.launch({
    executablePath,
    headless: true,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  return { browser, server, origin, base: origin + MOUNT };
}

// Here and not where they start: registered inside a test, it would run at that test's end.
after(async () => {
  const site = await launched?.catch(() => undefined);
  await site?.browser.close();
  site?.server.closeAllConnections();
  site?.server.close();
});

/**
 * A plain static server: files by name, nothing rewritten, no header but the type.
 * @param {string} url
 * @param {import("node:http").ServerResponse} response
 */
function answer(url, response) {
  const path = decodeURIComponent(url.split(/[?#]/)[0] ?? "");
  const inside = path.startsWith(MOUNT) ? normalize(path.slice(MOUNT.length) || "index.html") : "..";
  const file = join(DIST, inside);
  if (inside.split(sep).includes("..") || !existsSync(file) || !statSync(file).isFile()) {
    response.writeHead(404, { "content-type": "text/plain" }).end("no such file");
    return;
  }
  response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" });
  createReadStream(file).pipe(response);
}

/** What went wrong on a page, against what its test expects to go wrong. */
export class Watch {
  /** @type {string[]} */
  problems = [];
  /** @type {RegExp[]} */
  expected = [];
  /** @type {RegExp[]} */
  agreed = [];

  /**
   * Says that problems like this one are part of the test.
   * @param {RegExp} pattern
   */
  expect(pattern) {
    this.expected.push(pattern);
  }

  /**
   * Answers "OK" to dialogs like this one.
   * @param {RegExp} pattern
   */
  agree(pattern) {
    this.agreed.push(pattern);
  }

  /** Throws when there was any other. */
  check() {
    const surprises = this.problems.filter((problem) => !this.expected.some((pattern) => pattern.test(problem)));
    if (surprises.length > 0) {
      throw new AssertionError({ message: `the page misbehaved:\n  ${surprises.join("\n  ")}` });
    }
  }
}

/**
 * Opens the page in a context of its own (empty storage), closed with the test `t`, which fails on what {@link Watch} saw.
 * @param {import("node:test").TestContext} t
 * @param {PageOptions} [options]
 * @returns {Promise<{ page: Page, watch: Watch, site: Site }>}
 */
export async function openPage(t, { path = "", colorScheme = "light", viewport, context: more } = {}) {
  const site = await launch();
  const context = await site.browser.newContext({
    baseURL: site.base,
    colorScheme,
    viewport: viewport ?? { width: 1280, height: 800 },
    reducedMotion: "reduce",
    serviceWorkers: "block", // what one would answer, no route of a test would see
    ...more,
  });
  const watch = new Watch();
  t.after(async () => {
    await context.close();
    watch.check();
  });
  await watchNetwork(context, watch, site.origin);
  context.on("page", (page) => watchPage(page, watch));
  const page = await context.newPage();
  await page.goto(site.base + path);
  return { page, watch, site };
}

/**
 * @param {import("playwright-core").BrowserContext} context
 * @param {Watch} watch
 * @param {string} origin
 */
async function watchNetwork(context, watch, origin) {
  /** @param {string} url */
  const isElsewhere = (url) => /^(https?|wss?|ftp):/.test(url) && new URL(url).origin !== origin;
  context.on("request", (request) => {
    if (isElsewhere(request.url())) {
      watch.problems.push(`request to elsewhere: ${request.url()}`);
    }
  });
  // Nothing leaves this machine, whatever a page tries.
  await context.route((url) => isElsewhere(url.href), (route) => route.abort());
}

/**
 * @param {Page} page
 * @param {Watch} watch
 */
function watchPage(page, watch) {
  page.on("pageerror", (error) => watch.problems.push(`page error: ${error.stack ?? error.message}`));
  page.on("crash", () => watch.problems.push("the page crashed"));
  page.on("console", (message) => {
    if (message.type() === "error" || /Content Security Policy/i.test(message.text())) {
      watch.problems.push(`console ${message.type()}: ${message.text()} (${message.location().url})`);
    }
  });
  page.on("dialog", (dialog) => {
    if (watch.agreed.some((pattern) => pattern.test(dialog.message()))) {
      dialog.accept().catch(() => {});
      return;
    }
    watch.problems.push(`dialog: ${dialog.message()}`);
    dialog.dismiss().catch(() => {}); // it may have gone with its page
  });
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * Fails when axe finds a violation; lists each with the elements it stands on.
 * @param {Page} page
 */
export async function axe(page) {
  await page.evaluate(axeSource);
  const violations = await page.evaluate(async () => {
    // @ts-expect-error -- axe came in the line above
    const results = await axe.run(document, { resultTypes: ["violations"] });
    return results.violations.map((/** @type {any} */ violation) => {
      const places = violation.nodes.map((/** @type {any} */ node) => `    ${node.target.join(" ")}: ${node.failureSummary}`);
      return `  ${violation.id} (${violation.impact}): ${violation.help}\n${places.join("\n")}`;
    });
  });
  if (violations.length > 0) {
    throw new AssertionError({ message: `axe found:\n${violations.join("\n")}` });
  }
}

/**
 * Keeps a picture of the page in `tests/e2e/output/`, for people to look at.
 * @param {Page} page
 * @param {string} name without `.png`
 */
export async function screenshot(page, name) {
  const folder = join(here, "output");
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: false });
}
