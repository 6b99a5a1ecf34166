// In a frame beside the article of another page: Postil without a sheet of its own to see. It shows its lists, its card and its tag bar; the
// article stays where it is. What the reader does there is done on the unseen sheet here, as its events.
import { FarPort } from "./far_port.js";
import { Line } from "./line.js";
import { rules } from "./rules.js";
import { tellShape } from "./shape.js";
import { CLOSE, KEPT_APART, KEPT_BY_EXTENSION, KEPT_BY_SITE, TAKE_ALONG } from "./words.js";

/** @typedef {import("../begin.js").Article} Article */
/** @typedef {import("./messages.js").Begin} Begin */
/** @typedef {import("./messages.js").Handed} Handed */
/** @typedef {import("./messages.js").ToFrame} ToFrame */

/** How much longer a page's text has to be, in UTF-16 units, before its article is read again: comments that came late, and not a clock. */
const MORE = 60;

/** How long a page's text has to rest before that, in milliseconds. */
const REST = 800;

/** For how long what stands beside a passage is hidden after the page came to rest, in milliseconds: it is being placed anew. */
const PLACING = 220;

/** What it looks like here. */
const STYLE = new URL("beside.css", import.meta.url).href;

/** Begins beside a page. @param {MessageEvent<Begin>} event its first word */
export async function besideAPage({ data, ports: [channel], origin }) {
  const page = document.documentElement;
  page.classList.add("beside");
  page.classList.toggle("at-left", data.wishes.position === "left");
  const style = Object.assign(document.createElement("link"), { rel: "stylesheet", href: STYLE });
  const styled = new Promise((done) => {
    style.addEventListener("load", done);
    style.addEventListener("error", done);
  });
  document.head.append(style);
  await styled;
  return new Beside(new Line(/** @type {MessagePort} */ (channel), data.text), data, origin);
}

export class Beside {
  #line;
  #origin;
  #dark;
  /** @type {FarPort[]} */
  #ports = [];
  /** The length of the page's text when its article was read last. */
  #read;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** @type {((article: Article) => void) | undefined} */
  #open;

  /** @param {Line} line @param {Begin} begin @param {string} origin */
  constructor(line, { article, dark, wishes }, origin) {
    this.#dark = dark;
    this.#line = line;
    this.#origin = origin;
    this.#read = line.text.length;
    this.article = this.#article(article);
    /** What Postil's page is told beside what it is told elsewhere. */
    this.host = {
      portTo: (/** @type {Element} */ sheet) => this.#portTo(sheet),
      ...(wishes.layers && { layers: wishes.layers }),
      ...(wishes.store && { store: wishes.store }),
    };
  }

  /** Postil has started. @param {(article: Article) => void} open */
  begun(open) {
    this.#open = open;
    this.#furnish();
    this.#line.hear((message) => this.#hear(message));
    this.#line.tell({ ready: true, rules: rules(this.#dark) });
    tellShape(this.#line);
  }

  /** The sheet that is shown, as it were. */
  get #port() {
    return this.#ports.at(-1);
  }

  /** @param {Element} sheet */
  #portTo(sheet) {
    const port = new FarPort(this.#line, sheet);
    this.#ports = [...this.#ports.slice(-1), port];
    return port;
  }

  /** Notes are kept by address: no site speaks for another's. @param {Handed} article @returns {Article} */
  #article({ html, text, url }) {
    const own = URL.canParse(url) && new URL(url).origin === this.#origin;
    return { html, text, url: own ? url : undefined };
  }

  /** @param {ToFrame} message */
  #hear({ text, article, dark, selected, tapped, rested, pressed, moving, boxes }) {
    if (text !== undefined) this.#renew(text, article);
    if (dark !== undefined) this.#line.tell({ rules: rules(dark) });
    if (selected) {
      this.#line.selected = selected.span;
      if (selected.span && selected.box) this.#line.learn(selected.span, selected.box);
      document.dispatchEvent(new Event("selectionchange"));
    }
    if (tapped) this.#point(tapped, new MouseEvent("click", { bubbles: true, clientX: tapped.x, clientY: tapped.y }));
    if (rested) this.#point(rested, new PointerEvent("pointermove", { bubbles: true, clientX: rested.x, clientY: rested.y }));
    if (pressed) document.body.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true, key: pressed.key, shiftKey: pressed.shift }));
    if (moving !== undefined) this.#move(moving);
    if (boxes) this.#place(boxes);
  }

  /** @param {import("./messages.js").Point} point @param {Event} event */
  #point(point, event) {
    this.#line.point = point;
    if (point.offset !== undefined && point.box) this.#line.learn([point.offset, point.offset + 1], point.box);
    this.#port?.sheet.dispatchEvent(event);
  }

  /** @param {boolean} moving */
  #move(moving) {
    document.documentElement.classList.toggle("moving", moving);
    if (moving) return;
    if (this.#line.askAgain()) document.documentElement.classList.add("moving");
  }

  /** @param {NonNullable<ToFrame["boxes"]>} places */
  #place({ spans, boxes }) {
    for (let i = spans.length / 2 - 1; i >= 0; i--) this.#line.learn([spans[2 * i] ?? 0, spans[2 * i + 1] ?? 0], boxes.slice(8 * i, 8 * i + 8));
    // what stands beside a passage is placed anew, as when the window changes
    window.dispatchEvent(new Event("resize"));
    setTimeout(() => document.documentElement.classList.remove("moving"), PLACING);
  }

  /** The page's text is another, or its article. @param {string} text @param {Handed} [article] */
  #renew(text, article) {
    this.#line.text = text;
    this.#line.forget();
    clearTimeout(this.#timer);
    if (article) {
      this.#read = text.length;
      this.#open?.(this.#article(article));
    } else {
      this.#timer = setTimeout(() => this.#readAgain(), REST);
    }
    const before = this.#port?.missing ?? 0;
    this.#port?.realign();
    if ((this.#port?.missing ?? 0) > before) this.#read = -MORE;
  }

  /** Has more come, it is read too; not while the reader is at something. */
  #readAgain() {
    if (this.#line.text.length - this.#read < MORE) return;
    const busy = document.querySelector("dialog[open], #tagbar:not([hidden])");
    if (busy) this.#timer = setTimeout(() => this.#readAgain(), REST);
    else this.#line.tell({ wants: "article" });
  }

  /** What stands here and on no page of Postil's own: how to close it, and who can read the notes. */
  #furnish() {
    const close = document.createElement("button");
    close.type = "button";
    close.className = "x";
    close.textContent = "×";
    close.setAttribute("aria-label", CLOSE);
    close.addEventListener("click", () => this.#line.tell({ close: true }));
    document.querySelector(".word")?.after(close);
    // of this page it is the whole
    document.querySelector(".app")?.setAttribute("role", "main");
    document.querySelector(".panel")?.setAttribute("role", "region");
    document.querySelector(".word")?.setAttribute("aria-level", "1");
    const foot = document.createElement("p");
    foot.className = "kept";
    const extension = location.protocol.endsWith("-extension:");
    foot.append(extension ? KEPT_BY_EXTENSION : this.#origin === location.origin ? KEPT_BY_SITE : KEPT_APART, " ");
    const along = document.createElement("button");
    along.type = "button";
    along.className = "link";
    along.textContent = TAKE_ALONG;
    along.addEventListener("click", () => /** @type {HTMLElement | null} */ (document.querySelector("#tab-mine"))?.click());
    foot.append(along);
    document.querySelector(".panel")?.append(foot);
  }
}
