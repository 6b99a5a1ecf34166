// How Postil's highlights look.

const DARK = "(prefers-color-scheme: dark)";

/** @param {CSSRuleList} list @param {boolean} dark @returns {CSSStyleRule[]} */
const styles = (list, dark) =>
  [...list].flatMap((rule) =>
    rule instanceof CSSStyleRule ? [rule] : rule instanceof CSSMediaRule && dark && rule.conditionText === DARK ? styles(rule.cssRules, dark) : [],
  );

/**
 * The rules, their colours written out: another page knows none of Postil's names, and may be light where Postil is dark.
 * @param {boolean} dark
 */
export function rules(dark) {
  const all = [...document.styleSheets].flatMap((sheet) => styles(sheet.cssRules, dark));
  const roots = all.filter((rule) => rule.selectorText === ":root").map(({ style }) => style);
  /** @param {string} text @returns {string} */
  const written = (text) => text.replaceAll(/var\((--[\w-]+)\)/g, (_, name) => written(roots.findLast((style) => style.getPropertyValue(name))?.getPropertyValue(name) ?? ""));
  return all.filter((rule) => rule.selectorText.startsWith("::highlight(postil-")).map((rule) => written(rule.cssText)).join("\n");
}
