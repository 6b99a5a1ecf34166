// One pass over a document, so that a whole page crosses into Rust in three values instead of one call a node.

const OPEN = 1, TEXT = 2, CLOSE = 3;

/** Elements whose content is never part of a page's text; scripts are kept only for their JSON-LD. */
const LEFT_OUT = new Set(["style", "template", "svg", "math", "canvas", "object", "embed", "audio", "video"]);

/**
 * @param {Element} root
 * @param {string[]} kept names of the attributes to keep
 * @returns {{ops: Uint32Array, text: string, strings: string}}
 *   ops: `1 tag count (name value)…` opens an element, `2 length` is a text node of that many UTF-16 units, `3` closes;
 *   text: all text nodes' data joined; strings: what tag, name and value count into, joined by U+0000.
 */
export function walk(root, kept) {
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
    if (node instanceof Text || node.nodeType === 3) {
      const data = /** @type {Text} */ (node).data;
      if (data) {
        ops.push(TEXT, data.length);
        text.push(data);
      }
    } else if (node.nodeType === 1) {
      const element = /** @type {Element} */ (node);
      const tag = element.localName;
      const script = tag === "script" && element.getAttribute("type") !== "application/ld+json";
      if (!script && !LEFT_OUT.has(tag)) {
        ops.push(OPEN, id(tag), 0);
        const count = ops.length - 1;
        for (const { name, value } of element.attributes) {
          if (keep.has(name)) {
            ops.push(id(name), id(value.replaceAll("\0", "\uFFFD")));
            ops[count]++;
          }
        }
        if (node.firstChild) descend = true;
        else ops.push(CLOSE);
      }
    }
    if (descend) {
      node = /** @type {Node} */ (node.firstChild);
      continue;
    }
    while (node !== root && !node.nextSibling) {
      node = /** @type {Node} */ (node.parentNode);
      ops.push(CLOSE);
    }
    if (node === root) break;
    node = /** @type {Node} */ (node.nextSibling);
  }
  return { ops: Uint32Array.from(ops), text: text.join(""), strings: [...known.keys()].join("\0") };
}
