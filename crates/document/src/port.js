// The one way to an article's own document: its text by number, and all that Postil does to it there.
//
// Only the constructor takes a node. Every method takes numbers, strings and typed arrays, and gives what can be cloned between
// frames: `document`'s tests clone every answer. So a frame that may not run WebAssembly can hold the port, and answer by message
// one that may. `onChange` alone takes a function, in whose place a frame beside it posts a message.
//
// An offset counts UTF-16 units of the root's `textContent`, without what stands under elements marked `data-postil-aside`: what
// Postil itself, or a reader's page around an article, put among the article's words. A span is two offsets, start and end.
import { unhidden, walk } from "./walk.js";

/** Marks an element whose text is none of the article's. */
const ASIDE = "data-postil-aside";

/** How long changes gather before they are reported, in milliseconds; from the first one, as some pages never rest. */
const GATHER = 100;

const ELEMENT = 1, TEXT = 3, CDATA = 4;

/** Whether this browser can paint at all. */
export function canPaint() {
  return typeof Highlight === "function" && typeof CSS === "object" && "highlights" in CSS;
}

export class Port {
  #root;
  #document;
  #window;
  #is;
  #observer;
  /** The article's text nodes in document order; empty ones are none. */
  #nodes = /** @type {Text[]} */ ([]);
  /** Where each begins, and after the last the length of the whole. */
  #starts = [0];
  /** The number of each. */
  #numbers = /** @type {Map<Node, number>} */ (new Map());
  #stale = true;
  /** @type {((length: number) => void) | undefined} */
  #heard;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {Element} root what holds the article */
  constructor(root) {
    this.#root = root;
    this.#is = reader();
    this.#document = /** @type {Document} */ (this.#is.ownerDocument(root));
    this.#window = this.#document.defaultView ?? window;
    this.#observer = new MutationObserver((records) => this.#note(records));
    this.#observer.observe(root, { childList: true, characterData: true, subtree: true });
  }

  /** Hears no more changes. */
  close() {
    this.#observer.disconnect();
    clearTimeout(this.#timer);
    this.#heard = undefined;
  }

  /**
   * The document as it is analysed.
   * @param {string[]} kept names of the attributes to keep
   */
  flatten(kept) {
    return walk(this.#root, kept);
  }

  /** The length of the text. */
  length() {
    this.#number();
    return this.#starts[this.#nodes.length];
  }

  /**
   * Paints spans under a name that begins with `postil-`; no span takes the highlight away. Nothing is added to the document.
   * @param {string} name @param {Uint32Array} spans @param {number} priority
   */
  paint(name, spans, priority) {
    if (!name.startsWith("postil-")) throw new RangeError(`“${name}” is none of Postil's highlights`);
    if (!canPaint()) return;
    if (spans.length === 0) {
      CSS.highlights.delete(name);
      return;
    }
    const highlight = new Highlight();
    // a range for each text node, so that nothing that stands between two is painted with them
    this.#each(spans, (_, node, from, to) => {
      highlight.add(new StaticRange({ startContainer: node, startOffset: from, endContainer: node, endOffset: to }));
    });
    highlight.priority = priority;
    CSS.highlights.set(name, highlight);
  }

  /** Takes away every highlight of Postil's, and no other. */
  clear() {
    if (!canPaint()) return;
    for (const name of [...CSS.highlights.keys()]) if (name.startsWith("postil-")) CSS.highlights.delete(name);
  }

  /**
   * The character under a point of the window; nothing where there is no text of the article.
   * @param {number} x @param {number} y
   * @returns {number | undefined}
   */
  offsetAt(x, y) {
    this.#number();
    let node, offset;
    if (this.#document.caretPositionFromPoint) {
      const caret = this.#document.caretPositionFromPoint(x, y);
      if (caret) ({ offsetNode: node, offset } = caret);
    } else if (this.#document.caretRangeFromPoint) {
      const caret = this.#document.caretRangeFromPoint(x, y);
      if (caret) ({ startContainer: node, startOffset: offset } = caret);
    }
    const number = node && this.#numbers.get(node);
    if (number === undefined || offset === undefined) return undefined;
    // the caret snaps to the nearest text: ask whether a glyph beside it really lies under the point
    const text = this.#nodes[number];
    const range = this.#document.createRange();
    for (const from of [offset - 1, offset]) {
      if (from < 0 || from >= text.length) continue;
      range.setStart(text, from);
      range.setEnd(text, from + 1);
      for (const box of range.getClientRects()) {
        if (x >= box.left && x <= box.right && y >= box.top - 3 && y <= box.bottom + 3) return this.#starts[number] + from;
      }
    }
    return undefined;
  }

  /**
   * What of the article is selected, as start and end; nothing when nothing is.
   * @returns {Uint32Array | undefined}
   */
  selection() {
    this.#number();
    const selection = this.#document.getSelection();
    if (!selection || selection.isCollapsed || selection.rangeCount === 0 || !this.#is.isConnected(this.#root)) return undefined;
    const range = selection.getRangeAt(0);
    const start = this.#offsetOf(range.startContainer, range.startOffset);
    const end = this.#offsetOf(range.endContainer, range.endOffset);
    return start < end ? Uint32Array.of(start, end) : undefined;
  }

  /**
   * Selects a span as if the reader had.
   * @param {number} start @param {number} end
   */
  select(start, end) {
    this.#number();
    const first = this.#numberAt(start), last = this.#numberAt(end - 1);
    if (start >= end || last >= this.#nodes.length) return;
    const [from, to] = [start - this.#starts[first], end - this.#starts[last]];
    this.#document.getSelection()?.setBaseAndExtent(this.#nodes[first], from, this.#nodes[last], to);
  }

  /** Lets the selection go. */
  deselect() {
    this.#document.getSelection()?.removeAllRanges();
  }

  /**
   * Moves the selection's end, as Shift with an arrow does.
   * @param {"forward" | "backward"} direction @param {"character" | "word" | "line"} step
   */
  extendSelection(direction, step) {
    this.#document.getSelection()?.modify("extend", direction, step);
  }

  /**
   * Where spans stand in the window: eight numbers each, in CSS pixels, the left, top, right and bottom of its first line and those
   * of the whole. What is not shown has zeros only. All are measured in one go.
   * @param {Uint32Array} spans
   */
  boxes(spans) {
    this.#number();
    const boxes = new Float64Array(spans.length * 4);
    const range = this.#document.createRange();
    this.#each(spans, (number, node, from, to) => {
      const at = number * 8;
      range.setStart(node, from);
      range.setEnd(node, to);
      for (const { left, top, right, bottom } of range.getClientRects()) {
        if (left === right && top === bottom) continue;
        const whole = boxes.subarray(at + 4, at + 8);
        if (whole.every((side) => side === 0)) {
          boxes.set([left, top, right, bottom, left, top, right, bottom], at);
        } else {
          whole.set([Math.min(whole[0], left), Math.min(whole[1], top), Math.max(whole[2], right), Math.max(whole[3], bottom)]);
        }
      }
    });
    return boxes;
  }

  /**
   * The first text that ends below `top`, in CSS pixels from the window's upper edge; nothing when all of it stands above.
   * @param {number} top
   * @returns {number | undefined}
   */
  firstBelow(top) {
    this.#number();
    const range = this.#document.createRange();
    /** @param {number} number */
    const bottom = (number) => {
      range.selectNodeContents(this.#nodes[number]);
      const box = range.getBoundingClientRect();
      return box.width || box.height ? box.bottom : NaN;
    };
    /** @param {number} number @param {number} end */
    const shown = (number, end) => {
      while (number < end && Number.isNaN(bottom(number))) number++;
      return number;
    };
    // by halving, where text that is not shown stands with what follows it
    let low = 0, high = this.#nodes.length;
    while (low < high) {
      const half = (low + high) >> 1;
      const middle = shown(half, high);
      if (middle === high || bottom(middle) >= top) high = half;
      else low = middle + 1;
    }
    const first = shown(low, this.#nodes.length);
    return first < this.#nodes.length ? this.#starts[first] : undefined;
  }

  /**
   * Scrolls so that a span begins above the middle of what is free of the window, unless it stands well in view.
   * @param {number} start @param {number} end @param {number} covered how much of the window's top is covered, in CSS pixels
   * @param {number} free down to which part of the window's height it is free
   */
  scrollTo(start, end, covered, free) {
    const [left, top, right, bottom] = this.boxes(Uint32Array.of(start, end));
    const view = this.#window;
    if (left === right && top === bottom) return;
    if (top > covered && bottom < view.innerHeight * free) return;
    const still = view.matchMedia("(prefers-reduced-motion: reduce)").matches;
    view.scrollTo({ top: view.scrollY + top - Math.max(covered + 8, view.innerHeight * free / 2.4), behavior: still ? "instant" : "smooth" });
  }

  /**
   * Reports, a little later, that the text is another; with its new length. Offsets from before then hold no more.
   * @param {(length: number) => void} heard
   */
  onChange(heard) {
    this.#heard = heard;
  }

  /** Numbers the text, unless what is known of it still holds. */
  #number() {
    this.#note(this.#observer.takeRecords());
    if (!this.#stale) return;
    this.#stale = false;
    const { nodeType, firstChild, nextSibling, parentNode } = this.#is;
    this.#nodes = [];
    this.#starts = [0];
    this.#numbers = new Map();
    let length = 0;
    /** @type {Node} */
    let node = this.#root;
    for (;;) {
      const kind = nodeType(node);
      let next = kind === ELEMENT && (node === this.#root || !isAside(node)) ? firstChild(node) : null;
      if (kind === TEXT || kind === CDATA) {
        const text = /** @type {Text} */ (node);
        if (text.length > 0) {
          this.#numbers.set(text, this.#nodes.length);
          this.#nodes.push(text);
          this.#starts.push((length += text.length));
        }
      }
      while (!next && node !== this.#root) {
        next = nextSibling(node);
        node = parentNode(node);
      }
      if (!next) return;
      node = next;
    }
  }

  /**
   * Marks the numbering as stale when one of the changes is one of the text.
   * @param {MutationRecord[]} records
   */
  #note(records) {
    if (!records.some((record) => this.#concerns(record))) return;
    this.#stale = true;
    if (!this.#heard || this.#timer !== undefined) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#heard?.(this.length());
    }, GATHER);
  }

  /** @param {MutationRecord} record */
  #concerns({ type, target, addedNodes, removedNodes }) {
    const { nodeType, parentNode, textContent } = this.#is;
    for (let node = target; node && node !== this.#root; node = parentNode(node)) {
      if (nodeType(node) === ELEMENT && isAside(node)) return false;
    }
    if (type === "characterData") return [TEXT, CDATA].includes(nodeType(target));
    return [...addedNodes, ...removedNodes].some((node) => {
      const kind = nodeType(node);
      return kind === ELEMENT ? !isAside(node) && textContent(node) !== "" : kind === TEXT || kind === CDATA;
    });
  }

  /**
   * Calls `visit` for each text node that a span touches, with the span's number and what of the node it covers.
   * @param {Uint32Array} spans @param {(span: number, node: Text, from: number, to: number) => void} visit
   */
  #each(spans, visit) {
    this.#number();
    const starts = this.#starts, nodes = this.#nodes;
    for (let i = 0; i + 1 < spans.length; i += 2) {
      const start = spans[i], end = spans[i + 1];
      if (start >= end) continue;
      for (let n = this.#numberAt(start); n < nodes.length && starts[n] < end; n++) {
        visit(i / 2, nodes[n], Math.max(start - starts[n], 0), Math.min(end, starts[n + 1]) - starts[n]);
      }
    }
  }

  /**
   * The number of the text node that holds the character at `offset`; past the end, how many there are.
   * @param {number} offset
   */
  #numberAt(offset) {
    let low = 0, high = this.#nodes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#starts[middle + 1] <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /**
   * The offset of a boundary point, or of the next text after one that lies in no text of the article.
   * @param {Node} container @param {number} offset
   */
  #offsetOf(container, offset) {
    const number = this.#numbers.get(container);
    if (number !== undefined) return this.#starts[number] + offset;
    const point = this.#document.createRange();
    point.setStart(container, offset);
    let low = 0, high = this.#nodes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (point.comparePoint(this.#nodes[middle], 0) < 0) low = middle + 1;
      else high = middle;
    }
    return this.#starts[low];
  }
}

/** @param {Node} element */
function isAside(element) {
  // as its prototype defines it: a form's field may be called `hasAttribute`
  return Element.prototype.hasAttribute.call(element, ASIDE);
}

/** What nodes are asked for, where no form field can answer in their place. Not made before it is used: workers have no nodes. */
function reader() {
  /** @param {string} name */
  const of = (name) => unhidden(Node.prototype, name);
  return {
    firstChild: of("firstChild"),
    isConnected: of("isConnected"),
    nextSibling: of("nextSibling"),
    nodeType: of("nodeType"),
    ownerDocument: of("ownerDocument"),
    parentNode: of("parentNode"),
    textContent: of("textContent"),
  };
}
