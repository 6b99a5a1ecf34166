// Ranges over a page's text nodes, made and painted in batches: Rust speaks of node numbers and offsets only.

/** The text nodes of one rendered article, numbered in document order. */
export class TextNodes {
  /** @param {Text[]} nodes */
  constructor(nodes) {
    this.nodes = nodes;
    this.numbers = new Map(nodes.map((node, number) => [/** @type {Node} */ (node), number]));
  }

  /** Whether this browser can paint at all. */
  static supported() {
    return typeof Highlight === "function" && typeof CSS === "object" && "highlights" in CSS;
  }

  /**
   * Paints `places` (node, start, end, in UTF-16 units, three numbers a range) under `name`; no places, no highlight.
   * @param {string} name @param {Uint32Array} places @param {number} priority
   */
  paint(name, places, priority) {
    if (places.length === 0) {
      CSS.highlights.delete(name);
      return;
    }
    const highlight = new Highlight();
    for (let i = 0; i < places.length; i += 3) {
      const node = this.nodes[places[i]];
      highlight.add(new StaticRange({ startContainer: node, startOffset: places[i + 1], endContainer: node, endOffset: places[i + 2] }));
    }
    highlight.priority = priority;
    CSS.highlights.set(name, highlight);
  }

  /**
   * The text under a point of the window: [node, offset], or nothing where there is no text.
   * @param {number} x @param {number} y
   * @returns {Uint32Array | undefined}
   */
  under(x, y) {
    let node, offset;
    if (document.caretPositionFromPoint) {
      const caret = document.caretPositionFromPoint(x, y);
      if (caret) ({ offsetNode: node, offset } = caret);
    } else if (document.caretRangeFromPoint) {
      const caret = document.caretRangeFromPoint(x, y);
      if (caret) ({ startContainer: node, startOffset: offset } = caret);
    }
    const number = node && this.numbers.get(node);
    if (number === undefined || offset === undefined) return undefined;
    // the caret snaps to the nearest text: ask whether a glyph beside it really lies under the point
    const text = this.nodes[number];
    for (const start of [offset - 1, offset]) {
      if (start < 0 || start >= text.length) continue;
      for (const box of this.range(number, start, number, start + 1).getClientRects()) {
        if (x >= box.left && x <= box.right && y >= box.top - 3 && y <= box.bottom + 3) return Uint32Array.of(number, start);
      }
    }
    return undefined;
  }

  /** @param {number} first @param {number} start @param {number} last @param {number} end */
  range(first, start, last, end) {
    const range = document.createRange();
    range.setStart(this.nodes[first], start);
    range.setEnd(this.nodes[last], end);
    return range;
  }

  /** @param {number} first @param {number} start @param {number} last @param {number} end */
  select(first, start, last, end) {
    getSelection()?.setBaseAndExtent(this.nodes[first], start, this.nodes[last], end);
  }

  /**
   * The selection as [node, offset, node, offset], or nothing when it lies outside.
   * @returns {Uint32Array | undefined}
   */
  selected() {
    const selection = getSelection();
    if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
    const range = selection.getRangeAt(0);
    const from = this.#edge(range.startContainer, range.startOffset, true);
    const to = this.#edge(range.endContainer, range.endOffset, false);
    if (!from || !to || from[0] > to[0] || (from[0] === to[0] && from[1] >= to[1])) return undefined;
    return Uint32Array.of(from[0], from[1], to[0], to[1]);
  }

  /**
   * The place in the numbered nodes at, or next inside of, a boundary point.
   * @param {Node} container @param {number} offset @param {boolean} opening
   * @returns {[number, number] | undefined}
   */
  #edge(container, offset, opening) {
    const number = this.numbers.get(container);
    if (number !== undefined) return [number, offset];
    const point = document.createRange();
    point.setStart(container, offset);
    // the first node at or behind the point, by halving
    let low = 0, high = this.nodes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (point.comparePoint(this.nodes[middle], 0) < 0) low = middle + 1;
      else high = middle;
    }
    if (opening) return low < this.nodes.length ? [low, 0] : undefined;
    return low > 0 ? [low - 1, this.nodes[low - 1].length] : undefined;
  }
}

/** Takes away every highlight of Postil's, and no other. */
export function clearHighlights() {
  if (!TextNodes.supported()) return;
  for (const name of [...CSS.highlights.keys()]) if (name.startsWith("postil-")) CSS.highlights.delete(name);
}
