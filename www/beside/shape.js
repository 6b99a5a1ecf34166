// Which parts of the window the frame takes up: the panel, and what stands beside a passage. Over all else lies the page.

/** What may stand in the window beside the panel. */
const PARTS = "body, #card, #tagbar, .toast";

/** How long changes gather, in milliseconds. */
const GATHER = 16;

/** A rectangle with round corners, as a path. @param {DOMRect} box @param {number} round */
function corner({ left, top, right, bottom }, round) {
  const r = Math.min(round, (right - left) / 2, (bottom - top) / 2);
  return `M${left + r} ${top}H${right - r}A${r} ${r} 0 0 1 ${right} ${top + r}V${bottom - r}A${r} ${r} 0 0 1 ${right - r} ${bottom}H${left + r}A${r} ${r} 0 0 1 ${left} ${bottom - r}V${top + r}A${r} ${r} 0 0 1 ${left + r} ${top}Z`;
}

/** The shape now, as a `clip-path`. */
function shape() {
  // a dialog stands before everything
  if (document.querySelector("dialog[open]")) return "none";
  const parts = [...document.querySelectorAll(PARTS)].map((part) => {
    const box = part.getBoundingClientRect();
    return box.width && box.height ? corner(box, parseFloat(getComputedStyle(part).borderTopLeftRadius) || 0) : "";
  });
  return `path("${parts.join("")}")`;
}

/** Whether the keyboard belongs to what is here: a dialog, or the tag bar once it has a field or the focus. */
function takesKeyboard() {
  return document.querySelector("dialog[open], #tagbar input") !== null || document.activeElement?.closest("#tagbar") instanceof Element;
}

/** Gives the keyboard to the field that it was asked for: before the page let go of it, the browser kept the field from having it. */
function focusField() {
  const dialog = document.querySelector("dialog[open]");
  const field = dialog ? dialog.querySelector("textarea") ?? dialog.querySelector("input, select, button") : document.querySelector("#tagbar input");
  if (document.activeElement === document.body || document.activeElement === dialog) /** @type {HTMLElement | null} */ (field)?.focus();
}

/** Tells the page of the shape, and of whose the keyboard is, whenever either changes. @param {import("./line.js").Line} line */
export function tellShape(line) {
  let told = "", keys = false, focus = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const look = () => {
    timer = undefined;
    const now = shape();
    if (now !== told) line.tell({ shape: (told = now) });
    const bar = document.querySelector("#tagbar:not([hidden])") !== null;
    if (bar !== keys) line.tell({ keys: (keys = bar) });
    const here = takesKeyboard();
    if (here !== focus) line.tell({ focus: (focus = here) });
  };
  const later = () => {
    timer ??= setTimeout(look, GATHER);
  };
  new MutationObserver(later).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ["style", "class", "hidden", "open"] });
  new MutationObserver(later).observe(document.documentElement, { attributes: true, attributeFilter: ["class"] });
  new ResizeObserver(later).observe(document.body);
  addEventListener("resize", later);
  addEventListener("focus", focusField);
  addEventListener("focusin", later);
  addEventListener("focusout", later);
  later();
}
