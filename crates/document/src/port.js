// The one way to an article's own document: its text by number, and all that Postil does to it there.
//
// Only the constructor takes a node. Every method takes numbers, strings and typed arrays, and gives what can be cloned between
// frames: `document`'s tests clone every answer. So a frame that may not run WebAssembly can hold the port, and answer by message
// one that may. `onChange` alone takes a function, in whose place a frame beside it posts a message.
//
// An offset counts UTF-16 units of the root's `textContent`, without what stands under elements marked `data-postil-aside`: what
// Postil itself, or a reader's page around an article, put among the article's words. A span is two offsets, start and end.
import { Texts, reader } from "./texts.js";
import { walk } from "./walk.js";

/** How long changes gather before they are reported, in milliseconds; from the first one, as some pages never rest. */
const GATHER = 100;

/** Of these the text may become another. */
const CHANGES = { childList: true, characterData: true, subtree: true };

/** Whether this browser can paint at all. */
export function canPaint() {
  return typeof Highlight === "function" && typeof CSS === "object" && "highlights" in CSS;
}

export class Port {
  #root;
  #document;
  #window;
  #foreign;
  #is;
  #observer;
  #texts;
  #stale = true;
  /** What is painted looks by these, on a page of others. @type {CSSStyleSheet | undefined} */
  #rules;
  /** @type {((length: number) => void) | undefined} */
  #heard;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {Element} root what holds the article
   * @param {boolean} [foreign] whether the page is one of others: its open shadow roots are entered, and what is no text there left out
   */
  constructor(root, foreign = false) {
    this.#root = root;
    this.#foreign = foreign;
    this.#is = reader();
    this.#texts = new Texts(root, foreign);
    this.#document = /** @type {Document} */ (this.#is.ownerDocument(root));
    this.#window = this.#document.defaultView ?? window;
    this.#observer = new MutationObserver((records) => this.#note(records));
    this.#observer.observe(root, CHANGES);
  }

  /** Hears no more changes. */
  close() {
    this.#observer.disconnect();
    clearTimeout(this.#timer);
    this.#heard = undefined;
    const rules = this.#rules;
    this.#rules = undefined;
    if (rules) for (const root of this.#roots()) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== rules);
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
    return this.#texts.length;
  }

  /** The text itself. */
  text() {
    this.#number();
    return this.#texts.nodes.map((node) => node.data).join("");
  }

  /**
   * Has what is painted look by these rules, on a page that does not know them: beside its own, in its open shadow roots too.
   * @param {string} rules
   */
  dress(rules) {
    this.#number();
    this.#rules ??= new CSSStyleSheet();
    this.#rules.replaceSync(rules);
    this.#adopt();
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
    // by no iterator: Firefox gives an extension's scripts none
    /** @type {string[]} */
    const names = [];
    CSS.highlights.forEach((_, name) => names.push(name));
    for (const name of names) if (name.startsWith("postil-")) CSS.highlights.delete(name);
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
      const caret = this.#document.caretPositionFromPoint(x, y, { shadowRoots: this.#texts.shadows });
      if (caret) ({ offsetNode: node, offset } = caret);
    } else if (this.#document.caretRangeFromPoint) {
      const caret = this.#document.caretRangeFromPoint(x, y);
      if (caret) ({ startContainer: node, startOffset: offset } = caret);
    }
    const { nodes, starts, numbers } = this.#texts;
    const number = node && numbers.get(node);
    if (number === undefined || offset === undefined) return undefined;
    // the caret snaps to the nearest text: ask whether a glyph beside it really lies under the point
    const text = nodes[number];
    const range = this.#document.createRange();
    for (const from of [offset - 1, offset]) {
      if (from < 0 || from >= text.length) continue;
      range.setStart(text, from);
      range.setEnd(text, from + 1);
      for (const box of range.getClientRects()) {
        if (x >= box.left && x <= box.right && y >= box.top - 3 && y <= box.bottom + 3) return starts[number] + from;
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
    const range = this.#is.isConnected(this.#root) ? this.#selected() : undefined;
    if (!range || range.collapsed) return undefined;
    const start = this.#texts.offsetOf(range.startContainer, range.startOffset);
    const end = this.#texts.offsetOf(range.endContainer, range.endOffset);
    return start < end ? Uint32Array.of(start, end) : undefined;
  }

  /**
   * Selects a span as if the reader had.
   * @param {number} start @param {number} end
   */
  select(start, end) {
    this.#number();
    const { nodes, starts } = this.#texts;
    const first = this.#texts.at(start), last = this.#texts.at(end - 1);
    if (start >= end || last >= nodes.length) return;
    this.#document.getSelection()?.setBaseAndExtent(nodes[first], start - starts[first], nodes[last], end - starts[last]);
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
    const { nodes, starts } = this.#texts;
    const range = this.#document.createRange();
    /** @param {number} number */
    const bottom = (number) => {
      range.selectNodeContents(nodes[number]);
      const box = range.getBoundingClientRect();
      return box.width || box.height ? box.bottom : NaN;
    };
    /** @param {number} number @param {number} end */
    const shown = (number, end) => {
      while (number < end && Number.isNaN(bottom(number))) number++;
      return number;
    };
    // by halving, where text that is not shown stands with what follows it
    let low = 0, high = nodes.length;
    while (low < high) {
      const half = (low + high) >> 1;
      const middle = shown(half, high);
      if (middle === high || bottom(middle) >= top) high = half;
      else low = middle + 1;
    }
    const first = shown(low, nodes.length);
    return first < nodes.length ? starts[first] : undefined;
  }

  /**
   * Scrolls so that a span begins above the middle of what is free of the window, unless it stands well in view.
   * @param {number} start @param {number} end @param {number} covered how much of the window's top is covered, in CSS pixels
   * @param {number} free down to which part of the window's height it is free
   */
  scrollTo(start, end, covered, free) {
    this.#number();
    // where a part of the page scrolls, and not the page
    if (this.#foreign) this.#texts.nodes[this.#texts.at(start)]?.parentElement?.scrollIntoView({ block: "nearest", behavior: "instant" });
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
    this.#texts.number();
    for (const shadow of this.#texts.shadows) this.#observer.observe(shadow, CHANGES);
    this.#adopt();
  }

  /** Where rules hold: in the document, and in each open shadow root by itself. */
  #roots() {
    return [this.#document, ...this.#texts.shadows];
  }

  #adopt() {
    const rules = this.#rules;
    if (!rules) return;
    for (const root of this.#roots()) {
      if (!root.adoptedStyleSheets.includes(rules)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, rules];
    }
  }

  /** What is selected, in shadow roots too where the browser tells. @returns {AbstractRange | undefined} */
  #selected() {
    const selection = this.#document.getSelection();
    if (!selection || selection.rangeCount === 0) return undefined;
    const shadowRoots = this.#texts.shadows;
    return shadowRoots.length > 0 && selection.getComposedRanges ? selection.getComposedRanges({ shadowRoots })[0] : selection.getRangeAt(0);
  }

  /**
   * Marks the numbering as stale when one of the changes is one of the text.
   * @param {MutationRecord[]} records
   */
  #note(records) {
    if (!records.some((record) => this.#texts.concerns(record))) return;
    this.#stale = true;
    if (!this.#heard || this.#timer !== undefined) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#heard?.(this.length());
    }, GATHER);
  }

  /**
   * Calls `visit` for each text node that a span touches, with the span's number and what of the node it covers.
   * @param {Uint32Array} spans @param {(span: number, node: Text, from: number, to: number) => void} visit
   */
  #each(spans, visit) {
    this.#number();
    const { nodes, starts } = this.#texts;
    for (let i = 0; i + 1 < spans.length; i += 2) {
      const start = spans[i], end = spans[i + 1];
      if (start >= end) continue;
      for (let n = this.#texts.at(start); n < nodes.length && starts[n] < end; n++) {
        visit(i / 2, nodes[n], Math.max(start - starts[n], 0), Math.min(end, starts[n + 1]) - starts[n]);
      }
    }
  }
}
