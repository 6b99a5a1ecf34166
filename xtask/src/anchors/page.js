// The page of the anchoring benchmark: an invented article, passages marked in it, and what happens to both.
import init, { describe, resolve } from "./anchor.js";
import search from "./approx-string-match.js";

/** @typedef {{ from: number, to: number }} Place in UTF-16 units of the root's text, which is all of ASCII */
/** @typedef {{ selectors: any[], place: Place | undefined }} Marked where a passage should be found; nowhere when it is gone */

/** The same numbers at every run (a linear congruential generator). @param {number} seed */
function dice(seed) {
  let state = seed;
  return (/** @type {number} */ below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const SMALL = "the of and to a in that was for on had with by as it said at from not which".split(" ");
const SYLLABLES = "ba be bo ca ce co da de di do fa fe ga ge go ha he ho la le li lo ma me mi mo na ne no pa pe po ra re ri ro sa se si so ta te ti to va ve vi vo".split(" ");

/** Words of which few are common and many are rare. @param {(below: number) => number} roll */
function sentence(roll) {
  const words = [];
  for (let n = 8 + roll(8); n > 0; n--) {
    words.push(roll(5) < 2 ? SMALL[roll(SMALL.length)] : Array.from({ length: 2 + roll(2) }, () => SYLLABLES[roll(SYLLABLES.length)]).join(""));
  }
  const text = words.join(" ");
  return `${text[0].toUpperCase()}${text.slice(1)}.`;
}

/**
 * Blocks of some two and a half text nodes each. @param {number} blocks @param {(below: number) => number} roll
 */
function article(blocks, roll) {
  const root = document.createElement("article");
  for (let n = 0; n < blocks; n++) {
    const p = document.createElement("p");
    const text = `${sentence(roll)} ${sentence(roll)}`;
    const [from, to] = [20 + roll(20), 45 + roll(20)];
    p.append(text.slice(0, from));
    const em = document.createElement("em");
    em.append(text.slice(from, to));
    p.append(em);
    if (n % 2) p.append(text.slice(to));
    else em.append(text.slice(to)), em.normalize();
    root.append(p);
  }
  return root;
}

/** @param {Node} root */
function textNodes(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) nodes.push(/** @type {Text} */ (walker.currentNode));
  return nodes;
}

/** @param {Node} root @param {Place[]} places */
function marks(root, places) {
  const nodes = textNodes(root);
  const starts = [0];
  for (const node of nodes) starts.push(starts[starts.length - 1] + node.length);
  const at = (/** @type {number} */ offset) => {
    let low = 0, high = nodes.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle] <= offset) low = middle;
      else high = middle - 1;
    }
    return /** @type {const} */ ([nodes[low], offset - starts[low]]);
  };
  return places.map((place) => {
    const range = document.createRange();
    range.setStart(...at(place.from));
    range.setEnd(...at(place.to));
    return { selectors: describe(root, range), place };
  });
}

/** Passages of 20 to 160 letters, spread over the text. @param {number} length @param {number} count @param {(below: number) => number} roll */
function spread(length, count, roll) {
  return Array.from({ length: count }, (_, n) => {
    const from = Math.floor((n * (length - 400)) / count) + roll(100);
    return { from, to: from + 20 + roll(140) };
  });
}

/**
 * Changes one letter in `oneIn`: another, one more, or one less. Gives where each offset is then.
 * @param {Node} root @param {number} oneIn @param {(below: number) => number} roll
 */
function scatter(root, oneIn, roll) {
  const places = [];
  let length = 0;
  for (const node of textNodes(root)) {
    let data = "";
    for (const c of node.data) {
      places.push(length + data.length);
      const letter = String.fromCharCode(97 + roll(26));
      const kind = roll(oneIn * 3);
      data += kind === 0 ? letter : kind === 1 ? letter + c : kind === 2 ? "" : c;
    }
    node.data = data;
    length += data.length;
  }
  places.push(length);
  return places;
}

/** @type {{ root: HTMLElement, marked: Marked[] } | undefined} */
let scene;

/** Sets a scene, and says what it holds. @param {{ blocks: number, passages: number, oneIn?: number, gone?: boolean }} wanted */
export async function set({ blocks, passages, oneIn, gone }) {
  await init();
  const roll = dice(7);
  scene?.root.remove();
  const root = article(blocks, roll);
  document.body.append(root);
  const length = root.textContent?.length ?? 0;
  let marked = /** @type {Marked[]} */ (marks(root, spread(length, passages, roll)));
  if (gone) {
    // half of them of another article, half first sentences that are taken out or replaced by others
    const other = article(200, dice(99));
    const foreign = marks(other, spread(other.textContent?.length ?? 0, passages / 2, roll));
    const own = [];
    let at = 0;
    const paragraphs = [...root.children].map((p) => ({ p, at: (at += p.textContent?.length ?? 0) - (p.textContent?.length ?? 0) }));
    for (let n = 0; n < passages / 2; n++) {
      const { p, at } = paragraphs[Math.floor((n * blocks) / passages) + 5];
      const words = p.textContent?.split(". ")[0] ?? "";
      own.push({ from: at, to: at + words.length + 1, p });
    }
    const lost = marks(root, own);
    own.forEach(({ p, from, to }, n) => (p.textContent = (n % 2 ? "" : sentence(roll)) + (p.textContent?.slice(to - from) ?? "")));
    marked = [...foreign, ...lost].map(({ selectors }) => ({ selectors, place: undefined }));
  }
  if (oneIn) {
    const places = scatter(root, oneIn, roll);
    for (const mark of marked) if (mark.place) mark.place = { from: places[mark.place.from], to: places[mark.place.to] };
  }
  scene = { root, marked };
  return { bytes: root.textContent?.length, blocks, nodes: textNodes(root).length, passages: marked.length };
}

/** Resolves all. @param {Marked[]} marked @param {Node} root */
const ours = (marked, root) =>
  resolve(root, marked.map(({ selectors }) => selectors)).map((found) => (found.state === "gone" ? undefined : { from: found.start, to: found.end, state: found.state }));

/**
 * As Hypothesis's client does (`match-quote.ts`), over text that is flattened once. @param {Marked[]} marked @param {Node} root
 */
function theirs(marked, root) {
  const text = root.textContent ?? "";
  return marked.map(({ selectors: [{ exact, prefix, suffix }, { start: hint }] }) => {
    const matches = occurrences(text, exact, Math.min(256, exact.length / 2));
    const score = (/** @type {{ start: number, end: number, errors: number }} */ { start, end, errors }) =>
      50 * (1 - errors / exact.length) +
      20 * (prefix ? likeness(text.slice(Math.max(0, start - prefix.length), start), prefix) : 1) +
      20 * (suffix ? likeness(text.slice(end, end + suffix.length), suffix) : 1) +
      2 * (1 - Math.abs(start - hint) / text.length);
    let best, most = -Infinity;
    for (const match of matches) {
      const points = score(match);
      if (points > most) [best, most] = [match, points];
    }
    return best && { from: best.start, to: best.end };
  });
}

/** @param {string} text @param {string} words @param {number} most */
function occurrences(text, words, most) {
  const exact = [];
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) exact.push({ start: at, end: at + words.length, errors: 0 });
  return exact.length > 0 ? exact : search(text, words, most);
}

/** @param {string} text @param {string} words */
function likeness(text, words) {
  if (words.length === 0 || text.length === 0) return 0;
  const matches = occurrences(text, words, words.length);
  return matches.length === 0 ? 0 : 1 - matches[0].errors / words.length;
}

/**
 * Resolves every passage of the scene, or every so many-th, and says how many are right: found within five characters, or refused when gone.
 * @param {"ours" | "theirs"} whose @param {number} every
 */
export function run(whose, every) {
  if (!scene) throw new Error("no scene is set");
  const { root } = scene;
  const marked = scene.marked.filter((_, n) => n % every === 0);
  const begun = performance.now();
  const found = (whose === "ours" ? ours : theirs)(marked, root);
  const took = performance.now() - begun;
  const right = found.filter((place, n) => {
    const expected = marked[n].place;
    if (!place || !expected) return place === expected;
    return Math.abs(place.from - expected.from) <= 5 && Math.abs(place.to - expected.to) <= 5;
  });
  return { took, right: right.length, of: marked.length };
}
