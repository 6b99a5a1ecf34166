// What the reader does on the page itself, for the frame beside it: nothing that the page does with it is kept from it, but for the keys of
// the tag bar while that is there.

/** How long the pointer rests before it is told where, and how long a selection or a scroll settles, in milliseconds. */
const REST = 60;

/** For how long the tag bar may still be on its way after something was selected, in milliseconds. */
const COMING = 500;

/** The keys of the tag bar. */
const KEYS = /^(?:[1-9nNmM+]|Escape)$/;

/** What a click does something of its own on. */
const CONTROLS = "a[href], button, input, select, textarea, label, summary, video, audio, [contenteditable], [role=button], [onclick]";

/** @typedef {import("./messages.js").Point} Point */

export class Gestures {
  #port;
  #own;
  #tell;
  /** @type {AbortController | undefined} */
  #listening;
  /** @type {Map<string, ReturnType<typeof setTimeout>>} */
  #waiting = new Map();
  #selected = "";
  #selectedAt = -Infinity;
  #pointed = "";
  #moving = false;
  /** Whether the keys of the tag bar are taken. */
  keys = false;

  /**
   * @param {import("../../crates/document/src/port.js").Port} port
   * @param {Element} own Postil's own element
   * @param {(message: import("./messages.js").ToFrame) => void} tell
   */
  constructor(port, own, tell) {
    this.#port = port;
    this.#own = own;
    this.#tell = tell;
  }

  /** @param {boolean} on */
  listen(on) {
    this.#listening?.abort();
    this.#listening = undefined;
    this.keys = false;
    for (const timer of this.#waiting.values()) clearTimeout(timer);
    if (!on) return;
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const passive = { signal, passive: true, capture: true };
    document.addEventListener("selectionchange", () => this.#later("selection", () => this.#select()), { signal });
    document.addEventListener("click", (event) => this.#click(event), { signal });
    document.addEventListener("pointermove", (event) => this.#later("pointer", () => this.#rest(event)), passive);
    document.addEventListener("scroll", () => this.#move(), passive);
    addEventListener("resize", () => this.#move(), { signal });
    addEventListener("keydown", (event) => this.#press(event), { signal, capture: true });
  }

  /** Does something once such events have settled. @param {string} kind @param {() => void} then */
  #later(kind, then) {
    clearTimeout(this.#waiting.get(kind));
    this.#waiting.set(kind, setTimeout(then, REST));
  }

  #select() {
    const span = this.#port.selection();
    const name = String(span);
    if (name === this.#selected) return;
    this.#selected = name;
    this.#selectedAt = span ? performance.now() : -Infinity;
    this.#tell({ selected: span ? { span: [span[0] ?? 0, span[1] ?? 0], box: [...this.#port.boxes(span)] } : {} });
  }

  /** @param {MouseEvent} event @returns {Point} */
  #point({ clientX: x, clientY: y }) {
    const offset = this.#port.offsetAt(x, y);
    return offset === undefined ? { x, y } : { x, y, offset, box: [...this.#port.boxes(Uint32Array.of(offset, offset + 1))] };
  }

  /** @param {MouseEvent} event */
  #click(event) {
    const path = event.composedPath();
    if (path.includes(this.#own) || path.some((node) => node instanceof Element && node.matches(CONTROLS))) return;
    this.#tell({ tapped: this.#point(event) });
  }

  /** @param {PointerEvent} event */
  #rest(event) {
    if (event.pointerType === "touch" || event.buttons !== 0 || event.target === this.#own) return;
    const point = this.#point(event);
    // over nothing it is told once
    const name = String(point.offset);
    if (name === this.#pointed) return;
    this.#pointed = name;
    this.#tell({ rested: point });
  }

  #move() {
    if (!this.#moving) this.#tell({ moving: true });
    this.#moving = true;
    this.#later("move", () => {
      this.#moving = false;
      this.#tell({ moving: false });
    });
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    const { key, shiftKey: shift, isTrusted } = event;
    if (!isTrusted || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !KEYS.test(key)) return;
    const target = event.composedPath()[0];
    if (target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"))) return;
    this.#select(); // a quick hand is before the selection has settled
    if (!this.keys && performance.now() - this.#selectedAt > COMING) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.#tell({ pressed: { key, shift } });
  }
}
