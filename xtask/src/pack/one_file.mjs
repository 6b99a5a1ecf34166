// `postil.html`: the page in one file, which opens from disk and can be sent by mail.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { transform } from "esbuild";
import { hash } from "./assets.mjs";
import { alone } from "./page.mjs";

/** What the page may do: its policy names what stands in it by its hash, and allows a worker that it makes itself. */
const POLICY = (/** @type {string[]} */ scripts, /** @type {string[]} */ styles) =>
  `default-src 'none'; script-src ${scripts.join(" ")} 'wasm-unsafe-eval'; style-src ${styles.join(" ")}; img-src data: https: http:; ` +
  "connect-src blob: https: http:; worker-src blob:; base-uri 'none'; form-action 'none'";

/** @param {string} code */
const named = (code) => `'sha256-${hash(code, "base64")}'`;

/** @param {import("./assets.mjs").Assets} assets @param {string} root */
export async function oneFile(assets, root) {
  const read = (/** @type {string} */ path) => readFileSync(join(root, path));
  // what a folder would have beside a script, the page hands over
  const script = (/** @type {string} */ path, /** @type {"esm" | "iife"} */ format) =>
    assets.bundle(join(root, path), { format, plugins: [NOTHING_BESIDE] });
  const main = (await script("www/one_file/main.js", "esm")).trim();
  const parts = {
    "page.wasm": read("pkg/page_bg.wasm"),
    "analysis.wasm": read("pkg/analysis_bg.wasm"),
    "postil.model": read("pkg/postil.model"),
    "worker.js": await script("www/one_file/worker.js", "iife"),
    "sample.html": read("www/sample.html"),
  };
  const data = Object.entries(parts).map(
    ([name, bytes]) => `<script type="application/octet-stream" id="${name}">${gzipSync(bytes, { level: 9 }).toString("base64")}</script>\n`,
  );

  /** @type {string[]} */
  const styles = [];
  let page = alone(read("index.html").toString(), "");
  for (const [link, path = "", media = ""] of page.matchAll(/<link rel="stylesheet" href="([^"]+)"( media="\w+")?>/g)) {
    const { code } = await transform(read(path).toString(), { loader: "css", minify: true, charset: "utf8" });
    styles.push(named(code));
    page = page.replace(link, () => `<style${media}>${code}</style>`);
  }
  page = page
    .replace(/<script type="module"[^>]*><\/script>/, "")
    .replace("www/icon.svg", `data:image/svg+xml;base64,${read("www/icon.svg").toString("base64")}`)
    .replace(/(Content-Security-Policy" content=")[^"]*/, (_, start) => start + POLICY([named(main)], styles))
    .replace("</body>", () => `${data.join("")}<script type="module">${main}</script>\n</body>`);
  writeFileSync(join(assets.dist, "postil.html"), page);
}

/** @type {import("esbuild").Plugin} */
const NOTHING_BESIDE = {
  name: "nothing beside",
  setup: (build) =>
    build.onLoad({ filter: /\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replaceAll(/new URL\([^()]*import\.meta\.url\s*\)/g, "undefined"),
      loader: "js",
    })),
};
