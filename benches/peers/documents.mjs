// Documents from standard input; to standard output the names a peer found in them or, with --time, how long it took.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";

/** @typedef {{ start: number, end: number, type: string }} Entity in UTF-16 units, as JavaScript's strings count */
/** @typedef {{ id: string, text: string }} Article */

/** @returns {Article[]} */
export function read() {
  const lines = readFileSync(0, "utf8").split("\n");
  return lines.filter((line) => line.trim() !== "").map((line) => JSON.parse(line));
}

/**
 * Runs a peer, which `load` made ready. One pass goes before the clock starts, for the just-in-time compiler.
 * @param {(whole: boolean) => (text: string) => Entity[]} load
 */
export function run(load) {
  const { values } = parseArgs({ options: { time: { type: "string", default: "0" }, whole: { type: "boolean", default: false } } });
  const articles = read();
  const find = load(values.whole);
  const passes = Number(values.time);
  if (passes === 0) {
    for (const { id, text } of articles) {
      console.log(JSON.stringify({ id, entities: inCodePoints(text, find(text)) }));
    }
    return;
  }
  const seconds = [];
  for (let pass = 0; pass <= passes; pass++) {
    const begun = performance.now();
    for (const { text } of articles) {
      find(text);
    }
    seconds.push((performance.now() - begun) / 1000);
  }
  console.log(JSON.stringify({ seconds: seconds.slice(1) }));
}

/**
 * The entities in the order of the text and without overlaps, counted as the scorers count. Of two that overlap the
 * one that begins first stays, and of two that begin together the longer.
 * @param {string} text
 * @param {Entity[]} entities
 */
function inCodePoints(text, entities) {
  const kept = [];
  let unit = 0;
  let point = 0;
  /** @param {number} until */
  const pointAt = (until) => {
    for (; unit < until; point++) {
      unit += (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1;
    }
    return point;
  };
  for (const { start, end, type } of entities.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (start >= unit && end > start) {
      kept.push({ start: pointAt(start), end: pointAt(end), type });
    }
  }
  return kept;
}
