// Postil beside the article of a page at hand, for the embedding and the extension alike.
//
// To the page it adds one element, at the end of `html`, whose shadow root is closed; in that lies a frame over the whole window, of which
// only those parts are there that the frame asks for. All else that is done to the page goes through the port. Frame and page speak by
// a channel of their own (`messages.d.ts`), which no script of the page hears.
import { Port } from "../../crates/document/src/port.js";
import { pageMarkup } from "../page_markup.js";
import { Gestures } from "./gestures.js";
import { plainText } from "./plain.js";

/** @typedef {import("./messages.js").ToPage} ToPage */
/** @typedef {import("./messages.js").ToFrame} ToFrame */
/** @typedef {import("./messages.js").Wishes} Wishes */
/**
 * @typedef {object} Options
 * @property {string} home the address of Postil's page
 * @property {string} origin of which that is
 * @property {Wishes} [wishes]
 * @property {"light" | "dark"} [theme]
 * @property {string} [language] of the article, where the page does not say
 * @property {string} [nonce]
 */

const STYLE = `
  :host { all: initial !important; position: fixed !important; inset: 0 !important; z-index: 2147483647 !important; pointer-events: none !important; display: block !important; }
  div { position: absolute; inset: 0; filter: drop-shadow(0 6px 18px #0003); }
  iframe { position: absolute; inset: 0; width: 100%; height: 100%; border: 0; background: none; pointer-events: auto; clip-path: inset(100%); }
  [hidden] { display: none; }`;

/** @typedef {"ready" | "open" | "close" | "paint"} Happening */

// no EventTarget itself: of a class of the browser's, Firefox makes none in an extension's scripts
export class Beside {
  /** What Postil adds to the page. */
  #element = document.createElement("postil-embed");
  #frame = document.createElement("iframe");
  #around = document.createElement("div");
  #options;
  #heard;
  #root;
  #port;
  #gestures;
  #address = "";
  #text = "";
  /** What is painted, to paint it again where the page draws the same text anew. @type {Map<string, [spans: number[], priority: number]>} */
  #marks = new Map();
  /** @type {MessagePort | undefined} */
  #channel;
  #gone = new AbortController();
  /** Where what stands beside the frame is put. */
  shadow;
  /** On which side of the window Postil is: where lines end, unless it is said. @type {"left" | "right"} */
  position;

  /** @param {Element} root @param {Options} options @param {(what: Happening) => void} heard */
  constructor(root, options, heard) {
    this.#heard = heard;
    this.#root = root;
    this.#options = options;
    this.position = options.wishes?.position ?? (getComputedStyle(root).direction === "rtl" ? "left" : "right");
    this.#port = new Port(root, true);
    this.#port.onChange(() => this.#changed());
    this.#gestures = new Gestures(this.#port, this.#element, (message) => this.#tell(message));
    this.shadow = this.#element.attachShadow({ mode: "closed" });
    const style = new CSSStyleSheet();
    style.replaceSync(STYLE);
    this.shadow.adoptedStyleSheets = [style];
    this.#frame.title = "Postil";
    this.#frame.allow = "clipboard-write";
    this.#frame.referrerPolicy = "no-referrer";
    this.#frame.style.colorScheme = options.theme ?? (isDark(root) ? "dark" : "light");
    this.#around.hidden = true;
    this.#around.append(this.#frame);
    this.shadow.append(this.#around);
    const { signal } = this.#gone;
    this.#frame.addEventListener("load", () => this.#begin(), { signal });
    // a router that says where it is after it has drawn
    addEventListener("popstate", () => this.#changed(), { signal });
    /** @type {any} */ (window).navigation?.addEventListener("navigatesuccess", () => this.#changed(), { signal });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.#tell({ dark: isDark(root) }), { signal });
    document.documentElement.append(this.#element);
  }

  get isOpen() {
    return !this.#around.hidden;
  }

  /** Whether Postil was ever asked for. */
  get isStarted() {
    return this.#frame.src !== "";
  }

  /** Opens Postil beside the article, and paints. */
  open() {
    if (this.isOpen) return;
    this.#around.hidden = false;
    // fetched when it is wanted
    if (!this.isStarted) this.#frame.src = this.#options.home;
    this.#gestures.listen(true);
    this.#heard("open");
  }

  /** Closes it; what is painted stays. */
  close() {
    if (!this.isOpen) return;
    this.#around.hidden = true;
    this.#gestures.listen(false);
    this.#heard("close");
  }

  /** Leaves the page as it was. */
  destroy() {
    this.#gone.abort();
    this.#gestures.listen(false);
    this.#channel?.close();
    this.#port.clear();
    this.#port.close();
    this.#element.remove();
  }

  /** The frame has come, or come again. */
  #begin() {
    if (!this.isStarted) return;
    const { port1, port2 } = new MessageChannel();
    this.#channel?.close();
    this.#channel = port1;
    port1.onmessage = ({ data }) => this.#hear(data);
    this.#text = this.#port.text();
    const { origin, nonce, wishes = {} } = this.#options;
    /** @type {import("./messages.js").Begin} */
    const begin = { postil: "beside", nonce, article: this.#article(), text: this.#text, dark: isDark(this.#root), wishes: { ...wishes, position: this.position } };
    this.#frame.contentWindow?.postMessage(begin, origin, [port2]);
  }

  /** @param {ToFrame} message */
  #tell(message) {
    this.#channel?.postMessage(message);
  }

  /** @param {ToPage} message */
  #hear({ ready, paint, rules, call, ask, shape, keys, focus, close, wants }) {
    if (ready) this.#heard("ready");
    if (rules !== undefined) this.#port.dress(rules);
    if (paint) this.#paint(paint);
    if (call) this.#call(call);
    if (ask) this.#tell({ boxes: { spans: ask, boxes: [...this.#port.boxes(Uint32Array.from(ask))] } });
    if (shape !== undefined) this.#frame.style.clipPath = shape;
    if (keys !== undefined) this.#gestures.keys = keys;
    if (focus !== undefined) this.#focus(focus);
    if (wants) this.#tell({ text: this.#port.text(), article: this.#article() });
    if (close) this.close();
  }

  /** @param {NonNullable<ToPage["paint"]>} paint */
  #paint({ length, marks }) {
    if (length !== this.#port.length()) return; // of a text that has changed since: it is on its way
    for (const [name, spans, priority] of marks) {
      this.#port.paint(name, Uint32Array.from(spans), priority);
      if (spans.length > 0) this.#marks.set(name, [spans, priority]);
      else this.#marks.delete(name);
    }
    this.#heard("paint");
  }

  /** @param {NonNullable<ToPage["call"]>} call */
  #call(call) {
    switch (call[0]) {
      case "select": return this.#port.select(call[1], call[2]);
      case "deselect": return this.#port.deselect();
      case "extendSelection": return this.#port.extendSelection(call[1], call[2]);
      case "scrollTo": return this.#port.scrollTo(call[1], call[2], call[3], call[4]);
    }
  }

  /** @param {boolean} on */
  #focus(on) {
    if (on) this.#frame.focus();
    else this.#frame.blur();
  }

  /** The text is another, or drawn anew, or (a page that swaps its article says so by its address) another article's. */
  #changed() {
    if (!this.#channel) return;
    const text = this.#port.text();
    const elsewhere = plainAddress() !== this.#address;
    if (text === this.#text && !elsewhere) {
      for (const [name, [spans, priority]] of this.#marks) this.#port.paint(name, Uint32Array.from(spans), priority);
      return;
    }
    this.#text = text;
    this.#port.clear();
    this.#marks.clear();
    this.#tell(elsewhere ? { text, article: this.#article() } : { text });
  }

  /** @returns {import("./messages.js").Handed} */
  #article() {
    this.#address = plainAddress();
    const url = location.href, { language, wishes } = this.#options;
    if (wishes?.layers?.length === 0) return { text: plainText(this.#root), url };
    // what a page says of itself stands in its head
    const html = pageMarkup(this.#root === document.body ? undefined : this.#root, true);
    // of two such tags in one page, the first one's word holds
    return { html: language && /^[\w-]+$/.test(language) ? html.replace(/^<!doctype html>/, `$&<html lang="${language}">`) : html, url };
  }
}

/** Where the page is, without the place in it. */
function plainAddress() {
  return location.href.replace(/#.*/, "");
}

/** The page's own colours: whether its words are light. @param {Element} root */
function isDark(root) {
  const [red = 0, green = 0, blue = 0] = (getComputedStyle(root).color.match(/[\d.]+/g) ?? []).map(Number);
  return red * 0.299 + green * 0.587 + blue * 0.114 > 128;
}
