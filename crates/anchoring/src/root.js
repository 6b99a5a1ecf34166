// The text under a root and ranges over it. What crosses to Rust and back is strings and numbers, once for all passages.

/** What is taken along on each side of a passage, in UTF-16 units: more than its context, which is cut where readers see a character end. */
const AROUND = 200;

/** @param {string} name */
const of = (name) => {
  // as the prototype defines it: a form's field may be called `textContent`
  const get = /** @type {() => any} */ (Object.getOwnPropertyDescriptor(Node.prototype, name)?.get);
  return (/** @type {Node} */ node) => get.call(node);
};

/** @param {Node} root @returns {string} */
export function textOf(root) {
  const text = of("textContent")(root);
  if (typeof text !== "string") throw new TypeError("a root is an element or a shadow root: a document has no text of its own");
  return text;
}

/**
 * The text in UTF-8: at once by the browser, where the bindings would go through it letter by letter until they are compiled.
 * @param {string} text
 */
export function encoded(text) {
  return new TextEncoder().encode(text);
}

/**
 * What a range holds and what stands around it: before, the words, after; and the code points before all of these.
 * @param {Node} root
 * @param {AbstractRange} range
 * @returns {[string, string, string, number]}
 */
export function around(root, range) {
  const text = textOf(root);
  const [start, end] = [offsetOf(root, range.startContainer, range.startOffset), offsetOf(root, range.endContainer, range.endOffset)];
  if (start >= end) throw new RangeError("nothing is selected");
  const from = Math.max(0, start - AROUND);
  return [text.slice(from, start), text.slice(start, end), text.slice(end, end + AROUND), points(text.slice(0, from))];
}

/**
 * UTF-16 units of the root's text before a boundary point.
 * @param {Node} root @param {Node} container @param {number} offset
 */
function offsetOf(root, container, offset) {
  if (!Node.prototype.contains.call(root, container)) throw new RangeError("the range does not lie in the root");
  const before = /** @type {Document} */ (of("ownerDocument")(root)).createRange();
  before.setStart(root, 0);
  before.setEnd(container, offset);
  return before.toString().length;
}

/** @param {string} text */
function points(text) {
  return text.length - (text.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0);
}

/**
 * Selectors as one list: of each its exact words, prefix and suffix; and its position, start and end, or -1 where it has none.
 * @param {unknown[]} selectors of each passage: one selector, or a list of them
 * @returns {[(string | undefined)[], Float64Array]}
 */
export function gathered(selectors) {
  /** @type {(string | undefined)[]} */
  const quotes = [];
  const positions = new Float64Array(selectors.length * 2).fill(-1);
  selectors.forEach((one, number) => {
    /** @type {any[]} */
    const list = Array.isArray(one) ? one : [one];
    const quote = list.find((selector) => isA(selector, "TextQuoteSelector"));
    const position = list.find((selector) => isA(selector, "TextPositionSelector"));
    quotes.push(string(quote?.exact), string(quote?.prefix) ?? "", string(quote?.suffix) ?? "");
    if (position?.start >= 0 && position?.end >= 0) positions.set([position.start, position.end], number * 2);
  });
  return [quotes, positions];
}

/** @param {unknown} value */
const string = (value) => (typeof value === "string" ? value : undefined);

/** Whether a selector is of a type, prefixed or not. @param {any} selector @param {string} name */
function isA(selector, name) {
  /** @type {unknown[]} */
  const types = [selector?.type ?? selector?.["@type"]].flat();
  return types.some((type) => typeof type === "string" && type.split(/[:#/]/).pop() === name);
}

const STATES = ["exact", "moved", "changed"];

/**
 * Resolutions as the caller gets them.
 * @param {Node} root
 * @param {string} text the root's
 * @param {Uint32Array} found of each passage five numbers: its state, 3 when it is gone; start and end in UTF-16 units; both in code points
 */
export function resolutions(root, text, found) {
  const at = boundaries(root, found);
  /** @type {object[]} */
  const all = [];
  for (let n = 0; n + 4 < found.length; n += 5) {
    const state = STATES[found[n]];
    const [from, to, start, end] = found.subarray(n + 1, n + 5);
    const [first, last] = [at(from, false), at(to, true)];
    if (state && first && last) {
      const range = new StaticRange({ startContainer: first[0], startOffset: first[1], endContainer: last[0], endOffset: last[1] });
      all.push({ state, range, start, end, text: text.slice(from, to) });
    } else {
      all.push({ state: "gone" });
    }
  }
  return all;
}

/**
 * A function that leads from an offset to the text node and the offset in it: as an end, to the node before it.
 * @param {Node} root @param {Uint32Array} found
 * @returns {(offset: number, isEnd: boolean) => [Node, number] | undefined}
 */
function boundaries(root, found) {
  let furthest = 0;
  for (let n = 2; n < found.length; n += 5) furthest = Math.max(furthest, found[n]);
  /** @type {Node[]} */
  const nodes = [];
  const starts = [0];
  let length = 0;
  const walker = /** @type {Document} */ (of("ownerDocument")(root)).createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_CDATA_SECTION);
  while (length < furthest && walker.nextNode()) {
    const node = /** @type {Text} */ (walker.currentNode);
    nodes.push(node);
    starts.push((length += node.length));
  }
  return (offset, isEnd) => {
    // the first node that ends after the offset, or with it
    let low = 0, high = nodes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle + 1] < offset || (!isEnd && starts[middle + 1] === offset)) low = middle + 1;
      else high = middle;
    }
    return low < nodes.length ? [nodes[low], offset - starts[low]] : undefined;
  };
}
