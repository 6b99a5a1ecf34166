// The service worker of a `dist/`: which files it keeps, and which version they are.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { transform } from "esbuild";
import { hash } from "./assets.mjs";

/** Files of `assets/` that the page can be without. */
const LEFT_OUT = /^(?:bookmark-|anchor[-_])/;

/** @param {import("./assets.mjs").Assets} assets @param {string} source */
export async function offline({ dist }, source) {
  const kept = readdirSync(join(dist, "assets")).filter((name) => !LEFT_OUT.test(name)).sort();
  const files = [["./", "index.html"], ["postil.webmanifest", "postil.webmanifest"], ...kept.map((name) => [`assets/${name}`, `assets/${name}`])]
    .map(([address, path]) => [address, `sha256-${hash(readFileSync(join(dist, path)), "base64")}`]);
  const { code } = await transform(readFileSync(source, "utf8"), { minify: true, charset: "utf8" });
  // what the worker itself is belongs to the version: it decides how files are kept
  const version = hash(JSON.stringify(files) + code, "hex").slice(0, 10);
  writeFileSync(join(dist, "sw.js"), `self.POSTIL=${JSON.stringify({ version, files })};${code}`);
}
