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
 * Runs a peer, which `load` made ready.
 * @param {(whole: boolean) => (text: string) => Entity[]} load
 */
export async function run(load) {
  const { values } = parseArgs({ options: { time: { type: "string" }, whole: { type: "boolean", default: false } } });
  const articles = read();
  const find = load(values.whole);
  if (values.time === undefined) {
    for (const { id, text } of articles) {
      console.log(JSON.stringify({ id, entities: inCodePoints(text, find(text)) }));
    }
    return;
  }
  const now = () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e6;
  };
  const pass = () => articles.forEach(({ text }) => find(text));
  await time({ length: Number(values.time), now, pass });
}

/**
 * Repeats `pass` for `length` seconds untimed, as just-in-time compilers need it, and then for as long against the clock.
 * Both times at least once. `now` gives the seconds of processor time so far.
 * @param {{ length: number, now: () => number | Promise<number>, pass: () => unknown }} task
 */
export async function time({ length, now, pass }) {
  const repeat = async () => {
    const seconds = [];
    for (const begun = performance.now(); seconds.length === 0 || performance.now() - begun < length * 1000;) {
      const before = await now();
      await pass();
      seconds.push((await now()) - before);
    }
    return seconds;
  };
  await repeat();
  console.log(JSON.stringify({ seconds: await repeat() }));
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
