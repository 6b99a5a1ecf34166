// Where the words of Postil's sheet stand in the page that they were read from.

/** Blocks shorter than this, without white space, may stand anywhere, and are not looked for. */
const SHORTEST = 8;

/** A text without its white space, which two layouts of it differ by, and where each of its characters stands in it. @param {string} text */
function squeezed(text) {
  const characters = [], places = [];
  for (let i = 0; i < text.length; i++) {
    const character = text[i] ?? "";
    if (/\s/.test(character)) continue;
    characters.push(character);
    places.push(i);
  }
  return { words: characters.join(""), places };
}

/**
 * Gives for each span of a block its span of `text`. Blocks are looked for in their order, each after the one before, or else from the start.
 * @param {string} text @param {string[]} blocks
 * @returns {(block: number, start: number, end: number) => [start: number, end: number] | undefined}
 */
export function align(text, blocks) {
  const whole = squeezed(text);
  let cursor = 0;
  const found = blocks.map((block) => {
    const { words, places } = squeezed(block);
    if (words.length < SHORTEST) return undefined;
    let at = whole.words.indexOf(words, cursor);
    if (at < 0) at = whole.words.indexOf(words);
    if (at < 0) return undefined;
    cursor = at + words.length;
    return { at, places };
  });
  return (block, start, end) => {
    const place = found[block];
    if (!place) return undefined;
    const first = place.places.findIndex((offset) => offset >= start);
    const last = place.places.findLastIndex((offset) => offset < end);
    const from = whole.places[place.at + first], to = whole.places[place.at + last];
    return first < 0 || last < first || from === undefined || to === undefined ? undefined : [from, to + 1];
  };
}
