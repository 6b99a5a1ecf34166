// One pass over a document, so that a whole page crosses into Rust in three values instead of one call a node.

const OPEN = 1, TEXT = 2, CLOSE = 3;

/** Elements whose content is never part of a page's text; scripts are kept only for their JSON-LD. */
const LEFT_OUT = new Set(["style", "template", "svg", "math", "canvas", "object", "embed", "audio", "video"]);

/**
 * Reads a property as its prototype defines it: a form's fields hide the form's own properties of the same name, and a
 * page could send a walk in circles with a field called `nextSibling`.
 * @param {object} prototype
 * @param {string} name
 * @returns {(node: Node) => any}
 */
export function unhidden(prototype, name) {
  const get = /** @type {() => any} */ (Object.getOwnPropertyDescriptor(prototype, name)?.get);
  return (node) => get.call(node);
}

/**
 * @param {Element} root
 * @param {string[]} kept names of the attributes to keep
 * @returns {{ops: Uint32Array, text: string, strings: string}}
 *   ops: `1 tag count (name value)…` opens an element, `2 length` is a text node of that many UTF-16 units, `3` closes;
 *   text: all text nodes' data joined; strings: what tag, name and value count into, joined by U+0000.
 */
export function walk(root, kept) {
  // here and not above: a worker loads this file too, and has no nodes
  const [nodeType, firstChild, nextSibling, parentNode] =
    ["nodeType", "firstChild", "nextSibling", "parentNode"].map((name) => unhidden(Node.prototype, name));
  const [localName, attributes] = ["localName", "attributes"].map((name) => unhidden(Element.prototype, name));
  const keep = new Set(kept);
  /** @type {Map<string, number>} */
  const known = new Map();
  /** @type {number[]} */
  const ops = [];
  /** @type {string[]} */
  const text = [];
  /** @param {string} s */
  const id = (s) => {
    let n = known.get(s);
    if (n === undefined) known.set(s, (n = known.size));
    return n;
  };
  /** @type {Node} */
  let node = root;
  for (;;) {
    let descend = false;
    const type = nodeType(node);
    if (type === 3 || type === 4) {
      const data = /** @type {Text} */ (node).data;
      if (data) {
        ops.push(TEXT, data.length);
        text.push(data);
      }
    } else if (type === 1) {
      const element = /** @type {Element} */ (node);
      const tag = localName(element);
      const script = tag === "script" && element.getAttribute("type") !== "application/ld+json";
      if (!script && !LEFT_OUT.has(tag)) {
        ops.push(OPEN, id(tag), 0);
        const count = ops.length - 1;
        for (const { name, value } of attributes(element)) {
          if (keep.has(name)) {
            ops.push(id(name), id(value.replaceAll("\0", "\uFFFD")));
            ops[count]++;
          }
        }
        if (firstChild(node)) descend = true;
        else ops.push(CLOSE);
      }
    }
    if (descend) {
      node = firstChild(node);
      continue;
    }
    while (node !== root && !nextSibling(node)) {
      node = parentNode(node);
      ops.push(CLOSE);
    }
    if (node === root) break;
    node = nextSibling(node);
  }
  return { ops: Uint32Array.from(ops), text: text.join(""), strings: [...known.keys()].join("\0") };
}
