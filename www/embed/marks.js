// What is painted on Postil's sheet, and how it looks.

/** Postil's highlights, by name. */
export const painted = () => new Map([...CSS.highlights].filter(([name]) => name.startsWith("postil-")));

/**
 * The text of the sheet, block by block, and where each text node stands in it, in UTF-16 units.
 * @returns {{ blocks: string[], places: Map<Node, { block: number, offset: number }> }}
 */
export function sheetText() {
  const places = new Map();
  const blocks = [...document.querySelectorAll(".sheet .row > .col")].map((column, block) => {
    let words = "";
    const walker = document.createTreeWalker(column, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentElement?.closest("[data-postil-aside]")) continue;
      places.set(node, { block, offset: words.length });
      words += /** @type {Text} */ (node).data;
    }
    return words;
  });
  return { blocks, places };
}

/** How each highlight looks, its colours written out: another page knows none of Postil's names. */
export function rules() {
  const style = getComputedStyle(document.documentElement);
  const all = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
  return all
    .filter((rule) => rule instanceof CSSStyleRule && rule.selectorText.startsWith("::highlight(postil-"))
    .map((rule) => rule.cssText.replaceAll(/var\((--[\w-]+)\)/g, (_, name) => style.getPropertyValue(name)))
    .join("\n");
}
