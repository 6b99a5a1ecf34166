// Where the words of Postil's sheet stand on the page that they were read from, and back.

/** Blocks shorter than this, without white space, may stand anywhere, and are not looked for. */
const SHORTEST = 8;

/** What two layouts of a text differ by: white space, and what nobody sees. */
const BLANK = /[\s\u00ad\u200b-\u200f\u2060\ufeff]/;

/** A text without its blanks, and where each of its other characters stands in it. @param {string} text */
function squeezed(text) {
  const characters = [];
  const places = new Uint32Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const character = text[i] ?? "";
    if (BLANK.test(character)) continue;
    places[characters.length] = i;
    characters.push(character);
  }
  return { words: characters.join(""), places };
}

/** @typedef {[start: number, end: number]} Span in UTF-16 units */

export class Alignment {
  /** For each unit of the sheet, one more than where it stands on the page; 0 where that is not known. */
  #page;
  /** The same the other way. */
  #sheet;
  /** How many of the sheet's blocks that could be looked for were not found. */
  missing = 0;

  /**
   * Blocks are looked for in their order, each after the one before, or else from the start.
   * @param {string} text the page's @param {string[]} blocks the sheet's, which together are its text
   */
  constructor(text, blocks) {
    const whole = squeezed(text);
    this.#page = new Uint32Array(blocks.reduce((length, block) => length + block.length, 0));
    this.#sheet = new Uint32Array(text.length);
    let cursor = 0, begin = 0;
    for (const block of blocks) {
      const { words, places } = squeezed(block);
      let at = words.length < SHORTEST ? -1 : whole.words.indexOf(words, cursor);
      if (at < 0 && words.length >= SHORTEST) at = whole.words.indexOf(words);
      if (at >= 0) {
        cursor = at + words.length;
        for (let i = 0; i < words.length; i++) {
          const there = whole.places[at + i] ?? 0, here = begin + (places[i] ?? 0);
          this.#page[here] = there + 1;
          this.#sheet[there] = here + 1;
        }
      } else if (words.length >= SHORTEST) {
        this.missing++;
      }
      begin += block.length;
    }
  }

  /** Where a span of the sheet stands on the page. @param {number} start @param {number} end */
  onPage(start, end) {
    return across(this.#page, start, end);
  }

  /** Where a span of the page stands on the sheet. @param {number} start @param {number} end */
  onSheet(start, end) {
    return across(this.#sheet, start, end);
  }
}

/** From the first to the last unit of a span that has a place in `table`. @param {Uint32Array} table @param {number} start @param {number} end @returns {Span | undefined} */
function across(table, start, end) {
  let first = start, last = Math.min(end, table.length) - 1;
  while (first <= last && table[first] === 0) first++;
  while (last >= first && table[last] === 0) last--;
  if (first > last) return undefined;
  const from = (table[first] ?? 0) - 1, to = table[last] ?? 0;
  return from < to ? [from, to] : undefined;
}
