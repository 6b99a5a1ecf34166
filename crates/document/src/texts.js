// The text nodes under a root, in document order: which there are, and where in all of their text each begins.
import { unhidden } from "./walk.js";

/** Marks an element whose text is none of the article's. */
const ASIDE = "data-postil-aside";

/** Elements of a page of others whose text nobody sees there. */
const UNSEEN = new Set(["script", "style", "noscript", "template", "textarea", "select", "iframe", "object", "canvas", "audio", "video", "postil-embed"]);

const ELEMENT = 1, TEXT = 3, CDATA = 4, FRAGMENT = 11;

/** @typedef {ReturnType<typeof reader>} Reader */

export class Texts {
  #root;
  #foreign;
  #is;
  /** The text nodes; empty ones are none. */
  nodes = /** @type {Text[]} */ ([]);
  /** Where each begins, and after the last the length of the whole. */
  starts = [0];
  /** The number of each. */
  numbers = /** @type {Map<Node, number>} */ (new Map());
  /** The open shadow roots on the way, on a page of others. */
  shadows = /** @type {ShadowRoot[]} */ ([]);

  /** @param {Element} root @param {boolean} foreign whether the page is one of others: its open shadow roots are entered, and what is no text left out */
  constructor(root, foreign) {
    this.#root = root;
    this.#foreign = foreign;
    this.#is = reader();
  }

  /** The length of all. */
  get length() {
    return this.starts[this.nodes.length];
  }

  /** Goes through the document anew. */
  number() {
    const { nodeType, shadowRoot } = this.#is;
    this.nodes = [];
    this.starts = [0];
    this.numbers = new Map();
    this.shadows = [];
    let length = 0;
    /** @type {Node | null} */
    let node = this.#root;
    while (node) {
      const kind = nodeType(node);
      if (kind === TEXT || kind === CDATA) {
        const text = /** @type {Text} */ (node);
        if (text.length > 0) {
          this.numbers.set(text, this.nodes.length);
          this.nodes.push(text);
          this.starts.push((length += text.length));
        }
      } else if (this.#foreign && kind === ELEMENT && this.#enters(node)) {
        const shadow = shadowRoot(node);
        if (shadow) this.shadows.push(shadow);
      }
      node = this.#next(node);
    }
  }

  /**
   * The number of the text node that holds the character at `offset`; past the end, how many there are.
   * @param {number} offset
   */
  at(offset) {
    let low = 0, high = this.nodes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.starts[middle + 1] <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /**
   * The offset of a boundary point, or of the next text after one that lies in no text of the article.
   * @param {Node} container @param {number} offset
   */
  offsetOf(container, offset) {
    const number = this.numbers.get(container);
    if (number !== undefined) return this.starts[number] + offset;
    const { childNodes, ownerDocument } = this.#is;
    if (!this.#holds(container)) {
      const point = /** @type {Document} */ (ownerDocument(this.#root)).createRange();
      point.setStart(container, offset);
      return container.getRootNode() !== this.#root.getRootNode() || point.comparePoint(this.#root, 0) < 0 ? this.length : 0;
    }
    /** @type {Node | null} */
    let node = childNodes(container)[offset] ?? this.#after(container);
    while (node && !this.numbers.has(node)) node = this.#next(node);
    return node ? this.starts[/** @type {number} */ (this.numbers.get(node))] : this.length;
  }

  /**
   * Whether a change may be one of the text.
   * @param {MutationRecord} record
   */
  concerns({ type, target, addedNodes, removedNodes }) {
    const { nodeType, parentNode, textContent } = this.#is;
    for (let node = target; node && node !== this.#root; node = parentNode(node)) {
      if (nodeType(node) === ELEMENT && !this.#enters(node)) return false;
    }
    if (type === "characterData") return [TEXT, CDATA].includes(nodeType(target));
    return [...addedNodes, ...removedNodes].some((node) => {
      const kind = nodeType(node);
      return kind === ELEMENT ? this.#enters(node) && (textContent(node) !== "" || this.#hasShadow(node)) : kind === TEXT || kind === CDATA;
    });
  }

  /** The node after `node`, those in it first. @param {Node} node @returns {Node | null} */
  #next(node) {
    const { nodeType, firstChild, shadowRoot } = this.#is;
    if (nodeType(node) === ELEMENT && this.#enters(node)) {
      const shadow = this.#foreign ? shadowRoot(node) : null;
      const first = (shadow && firstChild(shadow)) ?? firstChild(node);
      if (first) return first;
    }
    return this.#after(node);
  }

  /** The first node after `node` and all that is in it. @param {Node} node @returns {Node | null} */
  #after(node) {
    const { nodeType, firstChild, nextSibling, parentNode, host } = this.#is;
    while (node !== this.#root) {
      const next = nodeType(node) === FRAGMENT ? null : nextSibling(node);
      if (next) return next;
      const parent = nodeType(node) === FRAGMENT ? node : parentNode(node);
      if (!parent) return null;
      node = parent;
      if (nodeType(parent) !== FRAGMENT) continue;
      // what an element has beside its shadow root comes after it
      node = host(parent);
      const light = firstChild(node);
      if (light) return light;
    }
    return null;
  }

  /** Whether a node stands under the root, in a shadow root or not. @param {Node} node */
  #holds(node) {
    const { nodeType, parentNode, host } = this.#is;
    for (let at = node; at; at = nodeType(at) === FRAGMENT ? host(at) : parentNode(at)) {
      if (at === this.#root) return true;
      if (nodeType(at) === FRAGMENT && !(at instanceof ShadowRoot)) return false;
    }
    return false;
  }

  /** @param {Node} element */
  #enters(element) {
    if (element === this.#root) return true;
    const { hasAside, localName } = this.#is;
    return !hasAside(element) && !(this.#foreign && UNSEEN.has(localName(element)));
  }

  /** @param {Node} element */
  #hasShadow(element) {
    const { shadowRoot, querySelectorAll } = this.#is;
    return this.#foreign && (shadowRoot(element) !== null || [...querySelectorAll(element)].some((inner) => shadowRoot(inner)));
  }
}

/** What nodes are asked for, where no form field can answer in their place. Not made before it is used: workers have no nodes. */
export function reader() {
  /** @param {string} name */
  const of = (name) => unhidden(Node.prototype, name);
  return {
    childNodes: of("childNodes"),
    firstChild: of("firstChild"),
    isConnected: of("isConnected"),
    nextSibling: of("nextSibling"),
    nodeType: of("nodeType"),
    ownerDocument: of("ownerDocument"),
    parentNode: of("parentNode"),
    textContent: of("textContent"),
    localName: unhidden(Element.prototype, "localName"),
    shadowRoot: unhidden(Element.prototype, "shadowRoot"),
    host: unhidden(ShadowRoot.prototype, "host"),
    // as its prototype defines it: a form's field may be called `hasAttribute`
    hasAside: (/** @type {Node} */ element) => Element.prototype.hasAttribute.call(element, ASIDE),
    querySelectorAll: (/** @type {Node} */ element) => Element.prototype.querySelectorAll.call(element, "*"),
  };
}
