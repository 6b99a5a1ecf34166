// Postil on a page of somebody's own: one script tag starts it on that page's article. docs/embedding.md tells how.
//
// To the page it adds one element, at the end of `html`, whose shadow root is closed; in that lies a frame with Postil. Page and frame
// speak by messages. What Postil finds is painted on the page's own text by highlights, which change nothing in its document.
import { Port } from "../../crates/document/src/port.js";
import { pageMarkup } from "../page_markup.js";
import { BUTTON, CLOSE, blocked } from "./words.js";

/** @typedef {{ open?: boolean, position?: "left" | "right", theme?: "light" | "dark" }} Options */

/** Postil's own address: the folder that this script lies in. */
const HOME = import.meta.url.replace(/[^/]*$/, "");
const ORIGIN = new URL(HOME).origin;

const STYLE = `
  :host { all: initial; }
  button { position: fixed; z-index: 2147483647; bottom: 16px; inset-inline: auto; font: 600 14px/1 system-ui, sans-serif; padding: 10px 14px; border: 1px solid #211e1a;
    border-radius: 8px; background: #211e1a; color: #fbfaf7; cursor: pointer; }
  button:focus-visible { outline: 2px solid #1f5fbf; outline-offset: 2px; }
  iframe { position: fixed; z-index: 2147483646; inset-block: 0; width: min(30rem, 100vw); height: 100%; border: 0; box-shadow: 0 0 24px #0004; background: Canvas; }
  [hidden] { display: none; }`;

class Annotator {
  #element = document.createElement("postil-embed");
  #button = document.createElement("button");
  #frame = document.createElement("iframe");
  #rules = new CSSStyleSheet();
  #port;
  #root;
  #address = location.href;
  #nonce = Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join("");
  #gone = new AbortController();

  /** @param {Element} root @param {Options} options */
  constructor(root, { open = false, position = "right", theme = themeOf(root) }) {
    this.#root = root;
    this.#port = new Port(root);
    this.#port.onChange(() => this.#changed());
    const shadow = this.#element.attachShadow({ mode: "closed" });
    const style = new CSSStyleSheet();
    style.replaceSync(`${STYLE} button, iframe { ${position === "left" ? "left" : "right"}: 0; } button { margin-inline: 16px; }`);
    shadow.adoptedStyleSheets = [style];
    this.#button.type = "button";
    this.#frame.title = "Postil";
    this.#frame.allow = "clipboard-write";
    this.#frame.referrerPolicy = "no-referrer";
    this.#frame.style.colorScheme = theme;
    this.#frame.hidden = true;
    shadow.append(this.#frame, this.#button);
    const { signal } = this.#gone;
    this.#button.addEventListener("click", () => (this.#frame.hidden ? this.open() : this.close()), { signal });
    addEventListener("message", (event) => this.#hear(event), { signal });
    document.addEventListener("securitypolicyviolation", (event) => this.#forbidden(event), { signal });
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.#rules];
    document.documentElement.append(this.#element);
    this.close();
    if (open) this.open();
  }

  /** Opens Postil beside the article, and paints. */
  open() {
    this.#frame.hidden = false;
    this.#button.textContent = CLOSE;
    // fetched when it is wanted
    if (!this.#frame.src) this.#frame.src = `${HOME}?from=${this.#nonce}`;
  }

  /** Closes it; what is painted stays. */
  close() {
    this.#frame.hidden = true;
    this.#button.textContent = BUTTON;
  }

  /** Leaves the page as it was. */
  destroy() {
    this.#gone.abort();
    this.#port.clear();
    this.#port.close();
    this.#element.remove();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== this.#rules);
  }

  /** @param {MessageEvent} event */
  #hear({ source, origin, data }) {
    if (source !== this.#frame.contentWindow || origin !== ORIGIN || data?.postil !== this.#nonce) return;
    if (data.marks) this.#paint(data.marks);
    else if (data.wants === "text") this.#send({ text: this.#text() });
    else this.#send(this.#article());
  }

  /** @param {object} message */
  #send(message) {
    this.#frame.contentWindow?.postMessage({ postil: this.#nonce, ...message }, ORIGIN);
  }

  /** What is numbered as the port numbers it. */
  #text() {
    return this.#root.textContent ?? "";
  }

  #article() {
    this.#address = location.href;
    // what a page says of itself stands in its head
    return { html: this.#root === document.body ? pageMarkup() : pageMarkup(this.#root), url: this.#address };
  }

  /** The article is longer, or (a page that swaps it says so by its address) another one. */
  #changed() {
    if (!this.#frame.src) return;
    this.#port.clear();
    const text = this.#text();
    this.#send(location.href === this.#address ? { text } : { ...this.#article(), text });
  }

  /** @param {import("./frame.js").Marks} marks */
  #paint({ length, marks, rules }) {
    if (length !== this.#port.length()) return; // of a text that has changed since: it is on its way
    this.#port.clear();
    this.#rules.replaceSync(rules);
    for (const { name, priority, spans } of marks) this.#port.paint(name, Uint32Array.from(spans), priority);
  }

  /** @param {SecurityPolicyViolationEvent} event */
  #forbidden({ blockedURI, effectiveDirective }) {
    if (!this.#frame.src || !`${blockedURI}/`.startsWith(ORIGIN) || !/^(?:frame|child|default)-src/.test(effectiveDirective)) return;
    console.error(blocked(effectiveDirective, HOME));
    this.destroy();
  }
}

/** The page's own colours: whether its words are light. @param {Element} root @returns {"light" | "dark"} */
function themeOf(root) {
  const [red = 0, green = 0, blue = 0] = (getComputedStyle(root).color.match(/[\d.]+/g) ?? []).map(Number);
  return red * 0.299 + green * 0.587 + blue * 0.114 > 128 ? "dark" : "light";
}

/**
 * Starts Postil on what stands under `root`.
 * @param {Element} [root] @param {Options} [options]
 */
const annotate = (root = document.body, options = {}) => new Annotator(root, options);

Object.defineProperty(globalThis, "postil", { value: Object.freeze({ annotate }), configurable: true });

const own = [...document.scripts].find((script) => script.src === import.meta.url);
if (own && !("manual" in own.dataset)) {
  const { open, position, theme } = own.dataset;
  annotate(document.body, /** @type {Options} */ ({ open: open !== undefined, ...(position && { position }), ...(theme && { theme }) }));
}
