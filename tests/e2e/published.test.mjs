// The package as people get it: packed by npm, installed into a fresh project, and used there with Vite, without a bundler, and in Node.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { createReadStream, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, extname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { FERRY, KEEPER, KEEPER_TITLE } from "./articles.mjs";
import { launch } from "./harness.mjs";

const PKG = fileURLToPath(new URL("../../pkg", import.meta.url));
const TYPES = /** @type {Record<string, string>} */ ({ ".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm" });
const VITE = join(dirname(createRequire(import.meta.url).resolve("vite/package.json")), "bin/vite.js");

let project = "";

before(() => {
  project = mkdtempSync(join(tmpdir(), "postil-published-"));
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const run = (/** @type {string[]} */ ...words) => execFileSync(npm, words, { cwd: project, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
  const [{ filename }] = JSON.parse(run("pack", PKG, "--json"));
  writeFileSync(join(project, "package.json"), JSON.stringify({ name: "fresh", private: true, type: "module" }));
  // it needs no other package, and so no network
  run("install", `./${filename}`, "--offline", "--no-audit", "--no-fund");
});

after(() => rmSync(project, { recursive: true, force: true }));

const NAMES = "analysis.clusters.map((cluster) => cluster.name)";

/** A page that analyses an article and says what it found. @param {string} from what the package is imported by */
const script = (from) => `import init, { analyze, load } from ${JSON.stringify(from)};
await init();
await load();
const analysis = analyze({ html: ${JSON.stringify(KEEPER)} });
document.title = JSON.stringify([analysis.article.metadata.title, ${NAMES}]);
`;

/** @param {string} title */
function check(title) {
  const [headline, names] = JSON.parse(title);
  assert.equal(headline, KEEPER_TITLE);
  assert.ok(names.includes("Anna Torvald"), names.join(", "));
}

/** Serves a folder as a plain server does. @param {import("node:test").TestContext} t @param {string} folder */
async function serve(t, folder) {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://x").pathname;
    const file = join(folder, path === "/" ? "index.html" : path);
    if (!existsSync(file) || !statSync(file).isFile()) return response.writeHead(404).end();
    response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" });
    createReadStream(file).pipe(response);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", () => done(undefined)));
  t.after(() => server.close());
  return `http://127.0.0.1:${/** @type {import("node:net").AddressInfo} */ (server.address()).port}/`;
}

/** @param {import("node:test").TestContext} t @param {string} url */
async function titleOf(t, url) {
  const { browser } = await launch();
  const page = await browser.newPage();
  t.after(() => page.close());
  await page.goto(url);
  await page.waitForFunction(() => document.title.startsWith("["));
  return page.title();
}

test("without a bundler, in a plain page", async (t) => {
  writeFileSync(join(project, "index.html"), `<!doctype html><script type="module" src="plain.js"></script>`);
  writeFileSync(join(project, "plain.js"), script("./node_modules/postil/analysis.js"));
  check(await titleOf(t, await serve(t, project)));
});

test("with Vite, built", async (t) => {
  const source = join(project, "vite");
  mkdirSync(source);
  writeFileSync(join(source, "index.html"), `<!doctype html><script type="module" src="/main.js"></script>`);
  writeFileSync(join(source, "main.js"), script("postil"));
  execFileSync(process.execPath, [VITE, "build", "--target", "es2022", "--logLevel", "warn"], { cwd: source, stdio: "inherit" });
  check(await titleOf(t, await serve(t, join(source, "dist"))));
});

test("with Vite, built, in a worker", async (t) => {
  const source = join(project, "vite-worker");
  mkdirSync(source);
  writeFileSync(join(source, "vite.config.js"), `export default { worker: { format: "es" } };`);
  writeFileSync(join(source, "index.html"), `<!doctype html><script type="module" src="/main.js"></script>`);
  writeFileSync(join(source, "main.js"), `const worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
worker.onmessage = ({ data }) => { document.title = data; };`);
  writeFileSync(join(source, "worker.js"), `${script("postil").replace("document.title =", "const found =")}self.postMessage(found);`);
  execFileSync(process.execPath, [VITE, "build", "--target", "es2022", "--logLevel", "warn"], { cwd: source, stdio: "inherit" });
  check(await titleOf(t, await serve(t, join(source, "dist"))));
});

test("each condition of its exports leads to a file that is there, and a worker's is no other than a page's", () => {
  const { exports } = JSON.parse(readFileSync(join(project, "node_modules/postil/package.json"), "utf8"));
  const conditional = Object.entries(exports).filter(([, to]) => typeof to === "object");
  assert.deepEqual(conditional.map(([from]) => from), [".", "./anchor", "./page"]);
  for (const [from, to] of conditional) {
    for (const file of Object.values(/** @type {Record<string, string>} */ (to))) assert.ok(existsSync(join(project, "node_modules/postil", file)), `${from}: ${file}`);
    // types come first: what stands behind the first that fits is never read
    assert.equal(Object.keys(to)[0], "types");
    assert.equal(to.worker ?? to.default, to.browser ?? to.default, from);
  }
});

test("with Vite's development server", async (t) => {
  const source = join(project, "vite-dev");
  mkdirSync(source);
  writeFileSync(join(source, "vite.config.js"), `export default { optimizeDeps: { exclude: ["postil"] } };`);
  writeFileSync(join(source, "index.html"), `<!doctype html><script type="module" src="/main.js"></script>`);
  writeFileSync(join(source, "main.js"), script("postil"));
  const vite = spawn(process.execPath, [VITE, "--port", "0", "--host", "127.0.0.1"], { cwd: source, env: { ...process.env, NO_COLOR: "1" } });
  t.after(() => vite.kill());
  const url = await new Promise((found, failed) => {
    let printed = "";
    vite.stdout.on("data", (data) => {
      printed += data;
      const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(printed);
      if (address) found(address[0]);
    });
    vite.on("exit", () => failed(new Error(`Vite ended: ${printed}`)));
  });
  check(await titleOf(t, url));
});

test("in Node, without a DOM", () => {
  const code = `import init, { analyze, load } from "postil";
    import initAnchor, { difference } from "postil/anchor";
    await init(); await load(); await initAnchor();
    const analysis = analyze({ html: ${JSON.stringify(KEEPER)} });
    const plain = analyze({ text: ${JSON.stringify(FERRY)} });
    console.log(JSON.stringify([analysis.article.metadata.title, ${NAMES}, plain.quotes.length, difference("a b", "a c").length]));`;
  const printed = execFileSync(process.execPath, ["--input-type=module", "--eval", code], { cwd: project, encoding: "utf8" });
  check(printed);
  const [, , quotes, pieces] = JSON.parse(printed);
  assert.deepEqual([quotes, pieces], [2, 3]);
});
