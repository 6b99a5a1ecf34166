// The text of a page by paragraphs, where nothing but the reader's own passages is wanted of it.
import { Texts } from "../../crates/document/src/texts.js";

/** The headline first, then every paragraph that is shown. @param {Element} root */
export function plainText(root) {
  const texts = new Texts(root, true);
  texts.number();
  /** @type {Map<Element, Element>} */
  const known = new Map();
  /** The nearest element around `element` that is a block. @param {Element} element @returns {Element} */
  const block = (element) => {
    let found = known.get(element);
    if (!found) {
      const inline = /^(?:inline|contents|ruby)/.test(getComputedStyle(element).display);
      const parent = element.parentElement;
      found = inline && parent && element !== root ? block(parent) : element;
      known.set(element, found);
    }
    return found;
  };
  /** @type {string[]} */
  const paragraphs = [];
  let words = "";
  /** @type {Element | undefined} */
  let now;
  const end = () => {
    const paragraph = words.replaceAll(/\s+/g, " ").trim();
    if (paragraph) paragraphs.push(paragraph);
    words = "";
  };
  for (const node of texts.nodes) {
    const parent = node.parentElement;
    const around = parent ? block(parent) : undefined;
    if (around !== now) end();
    now = around;
    if (!parent || parent.checkVisibility()) words += node.data;
  }
  end();
  const title = (root.querySelector("h1")?.textContent ?? document.title).replaceAll(/\s+/g, " ").trim();
  return [title, ...paragraphs.filter((paragraph) => paragraph !== title)].join("\n\n");
}
