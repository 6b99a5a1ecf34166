// Anchoring in Node, over a document that some library gives: the module is read from beside this file, where a browser fetches it.
import { readFile } from "node:fs/promises";
import initFrom from "./anchor.js";

export * from "./anchor.js";

/** @param {any} [input] */
export default async function init(input) {
  return initFrom(input ?? { module_or_path: await readFile(new URL("anchor_bg.wasm", import.meta.url)) });
}
