// Postil on a page of somebody's own: one script tag starts it on that page's article. docs/embedding.md tells how.
import { Beside } from "../beside/beside.js";
import { BUTTON, blocked, unreachable } from "./words.js";

/** @typedef {import("./embed.js").Options} Options */

/** Postil's own address: the folder that this script lies in. */
const HOME = import.meta.url.replace(/[^/]*$/, "");
const ORIGIN = new URL(HOME).origin;

/** How long the frame may take before the console says that it does not come, in milliseconds. */
const PATIENCE = 20_000;

const STYLE = `
  button { position: absolute; bottom: 16px; pointer-events: auto; font: 600 14px/1 system-ui, sans-serif; padding: 10px 14px; border: 1px solid #211e1a;
    border-radius: 8px; background: #211e1a; color: #fbfaf7; cursor: pointer; box-shadow: 0 2px 10px #0003; }
  button:focus-visible { outline: 2px solid #1f5fbf; outline-offset: 2px; }`;

/** All that a page sees of an annotator. @extends {EventTarget} */
class Annotator extends EventTarget {
  #beside;
  #button = document.createElement("button");
  #gone = new AbortController();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {Element} root @param {Options} options */
  constructor(root, { open = false, position, layers, language, storage, theme }) {
    super();
    const wishes = { ...(position && { position }), ...(layers && { layers: layers.filter((layer) => layer !== "mine") }), ...(storage && { store: storage }) };
    this.#beside = new Beside(root, { home: `${HOME}?beside`, origin: ORIGIN, wishes, ...(theme && { theme }), ...(language && { language }) }, (what) => this.#pass(what));
    const style = new CSSStyleSheet();
    style.replaceSync(`${STYLE} button { ${this.#beside.position}: 16px; }`);
    const { shadow } = this.#beside;
    shadow.adoptedStyleSheets = [...shadow.adoptedStyleSheets, style];
    this.#button.type = "button";
    this.#button.textContent = BUTTON;
    shadow.append(this.#button);
    const { signal } = this.#gone;
    this.#button.addEventListener("click", () => this.open(), { signal });
    document.addEventListener("securitypolicyviolation", (event) => this.#forbidden(event), { signal });
    if (open) this.open();
  }

  /** Opens Postil beside the article, and paints. */
  open() {
    if (!this.#beside.isStarted) this.#timer = setTimeout(() => console.error(unreachable(HOME)), PATIENCE);
    this.#beside.open();
  }

  /** Closes it; what is painted stays. */
  close() {
    this.#beside.close();
  }

  /** Where the reader's own passages stand on the page: no more is told of them. @returns {AbstractRange[]} */
  get passages() {
    const own = [...CSS.highlights].filter(([name]) => name.startsWith("postil-tag-"));
    return own.flatMap(([, highlight]) => [.../** @type {Iterable<any>} */ (highlight)]);
  }

  /** Leaves the page as it was. */
  destroy() {
    clearTimeout(this.#timer);
    this.#gone.abort();
    this.#beside.destroy();
    this.dispatchEvent(new Event("destroy"));
  }

  /** @param {import("../beside/beside.js").Happening} what */
  #pass(what) {
    if (what === "ready") clearTimeout(this.#timer);
    if (what === "open" || what === "close") this.#button.style.display = what === "open" ? "none" : "";
    this.dispatchEvent(new Event(what === "paint" ? "change" : what));
  }

  /** @param {SecurityPolicyViolationEvent} event */
  #forbidden({ blockedURI, effectiveDirective }) {
    if (!this.#beside.isStarted || !`${blockedURI}/`.startsWith(ORIGIN) || !/^(?:frame|child|default)-src/.test(effectiveDirective)) return;
    console.error(blocked(effectiveDirective, HOME));
    this.destroy();
  }
}

/**
 * Starts Postil on what stands under `root`.
 * @param {Element} [root] @param {Options} [options]
 */
export const annotate = (root = document.body, options = {}) => new Annotator(root, options);

/** The module that describes passages and finds them again: fetched when it is first asked for. */
const anchoring = () => {
  loading ??= (async () => {
    const module = await import(new URL("../../pkg/anchor.js", import.meta.url).href);
    await module.default();
    return module;
  })();
  return loading;
};
/** @type {Promise<typeof import("../../pkg/anchor.js")> | undefined} */
let loading;

/** Selectors for a range. @param {Node} root @param {AbstractRange} range */
export const describe = async (root, range) => (await anchoring()).describe(root, range);

/** Where passages stand now. @param {Node} root @param {import("../../pkg/anchor.js").Selector[][]} selectors */
export const resolve = async (root, selectors) => (await anchoring()).resolve(root, selectors);

Object.defineProperty(globalThis, "postil", { value: Object.freeze({ annotate, describe, resolve }), configurable: true });

/** What an attribute lists. @param {string} value */
const listed = (value) => value.split(/[\s,]+/).filter(Boolean);

const own = [...document.scripts].find((script) => script.src === import.meta.url);
if (own && !("manual" in own.dataset)) {
  const { open, layers, ...rest } = own.dataset;
  annotate(document.body, /** @type {Options} */ ({ ...rest, open: open !== undefined, ...(layers !== undefined && { layers: listed(layers) }) }));
}
