// The analysis in Node: module and model are read from beside this file, where a browser fetches them.
import { readFile } from "node:fs/promises";
import initFrom, { load as loadFrom } from "./analysis.js";

export * from "./analysis.js";

/** @param {string} name */
const beside = (name) => readFile(new URL(name, import.meta.url));

/** @param {import("./analysis.js").InitInput | { module_or_path: any }} [input] */
export default async function init(input) {
  return initFrom(input ?? { module_or_path: await beside("analysis_bg.wasm") });
}

/** @param {Parameters<typeof loadFrom>[0]} [source] */
export async function load(source) {
  return loadFrom(source ?? (await beside("postil.model")));
}
