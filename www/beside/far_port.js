// What Postil does to an article's text, done on the page around this frame: the methods of a port, for a sheet that nobody sees.
//
// The page's text and the sheet's are one but for their layout. What the reader sees beside the article (the card, the tag bar) asks
// where one passage stands, and is told; what stands in margins is not shown here, and not measured.

/** Elements of the sheet that hold a paragraph. */
const PARAGRAPH = "p, li, td, pre, h1, h2, h3, h4";

/** How long what is painted gathers before it is sent, in milliseconds. */
const GATHER = 4;

/** The sheet's text by paragraphs. @param {Element} sheet */
function paragraphs(sheet) {
  /** @type {string[]} */
  const blocks = [];
  const walker = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT);
  /** @type {Element | null | undefined} */
  let now;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (parent?.closest("[data-postil-aside]")) continue;
    const around = parent?.closest(PARAGRAPH);
    if (blocks.length === 0 || around !== now) blocks.push("");
    now = around;
    blocks[blocks.length - 1] += /** @type {Text} */ (node).data;
  }
  return blocks;
}

export class FarPort {
  #line;
  #blocks;
  #alignment;
  #closed = false;
  /** @type {Map<string, { spans: Uint32Array, priority: number }>} */
  #painted = new Map();
  /** Names of those that are to be sent. @type {Set<string>} */
  #unsent = new Set();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {import("./line.js").Line} line @param {Element} sheet */
  constructor(line, sheet) {
    this.#line = line;
    this.sheet = sheet;
    this.#blocks = paragraphs(sheet);
    this.#alignment = line.align(this.#blocks);
  }

  /** How many of the sheet's paragraphs are not on the page. */
  get missing() {
    return this.#alignment.missing;
  }

  /** The page's text has become another. */
  realign() {
    this.#alignment = this.#line.align(this.#blocks);
    for (const name of this.#painted.keys()) this.#unsent.add(name);
    this.#send();
  }

  close() {
    if (this.#closed) return;
    this.#closed = true;
    clearTimeout(this.#timer);
    const marks = [...this.#painted.keys()].map((name) => /** @type {[string, number[], number]} */ ([name, [], 0]));
    if (marks.length > 0) this.#line.tell({ paint: { length: this.#line.text.length, marks } });
  }

  length() {
    return this.#blocks.reduce((length, block) => length + block.length, 0);
  }

  /** @param {string} name @param {Uint32Array} spans @param {number} priority */
  paint(name, spans, priority) {
    if (spans.length === 0 && !this.#painted.has(name)) return;
    // not the module's own memory: it is read later
    this.#painted.set(name, { spans: spans.slice(), priority });
    this.#unsent.add(name);
    this.#timer ??= setTimeout(() => this.#send(), GATHER);
  }

  clear() {
    for (const [name, { priority }] of this.#painted) this.paint(name, new Uint32Array(), priority);
  }

  #send() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#closed) return;
    const marks = [...this.#unsent].map((name) => {
      const { spans, priority } = this.#painted.get(name) ?? { spans: new Uint32Array(), priority: 0 };
      const there = [];
      for (let i = 0; i + 1 < spans.length; i += 2) there.push(...(this.#alignment.onPage(spans[i] ?? 0, spans[i + 1] ?? 0) ?? []));
      return /** @type {[string, number[], number]} */ ([name, there, priority]);
    });
    this.#unsent.clear();
    if (marks.length > 0) this.#line.tell({ paint: { length: this.#line.text.length, marks } });
  }

  /** @param {number} x @param {number} y */
  offsetAt(x, y) {
    const { point } = this.#line;
    // events round to whole pixels
    if (point?.offset === undefined || Math.abs(point.x - x) > 1 || Math.abs(point.y - y) > 1) return undefined;
    return this.#alignment.onSheet(point.offset, point.offset + 1)?.[0];
  }

  selection() {
    const { selected } = this.#line;
    const here = selected && this.#alignment.onSheet(...selected);
    return here ? Uint32Array.from(here) : undefined;
  }

  /** @param {number} start @param {number} end */
  select(start, end) {
    const there = this.#alignment.onPage(start, end);
    if (!there) return;
    this.#line.selected = there;
    this.#line.tell({ call: ["select", ...there] });
  }

  deselect() {
    this.#line.selected = undefined;
    this.#line.tell({ call: ["deselect"] });
  }

  /** @param {"forward" | "backward"} direction @param {"character" | "word" | "line"} step */
  extendSelection(direction, step) {
    this.#line.tell({ call: ["extendSelection", direction, step] });
  }

  /** @param {Uint32Array} spans */
  boxes(spans) {
    const boxes = new Float64Array(spans.length * 4);
    const there = spans.length === 2 ? this.#alignment.onPage(spans[0] ?? 0, spans[1] ?? 0) : undefined;
    const box = there && this.#line.boxOf(there);
    if (box) boxes.set(box);
    return boxes;
  }

  firstBelow() {
    return undefined;
  }

  /** @param {number} start @param {number} end @param {number} covered @param {number} free */
  scrollTo(start, end, covered, free) {
    const there = this.#alignment.onPage(start, end);
    if (there) this.#line.tell({ call: ["scrollTo", ...there, covered, free] });
  }

  onChange() {}
}
