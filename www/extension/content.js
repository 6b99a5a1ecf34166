// What the extension's button puts into the page at hand: JavaScript alone, which may run under any policy of the page's. Postil itself, its
// store, its modules and its worker are in a frame of the extension's own origin.
import { Beside } from "../beside/beside.js";

const { runtime } = /** @type {any} */ (globalThis).chrome;

/** How long the frame may take before Postil is opened in a tab, in milliseconds. */
const PATIENCE = 8_000;

/** What is kept in this world from one press of the button to the next. */
const kept = /** @type {{ postilBeside?: Beside, postilNonce?: string }} */ (/** @type {unknown} */ (globalThis));

function begin() {
  const home = runtime.getURL("index.html?beside");
  const beside = new Beside(document.body, { home, origin: runtime.getURL("").replace(/\/$/, ""), nonce: kept.postilNonce }, (what) => {
    if (what === "ready") clearTimeout(late);
  });
  const late = setTimeout(() => {
    beside.destroy();
    delete kept.postilBeside;
    runtime.sendMessage("no room");
  }, PATIENCE);
  beside.open();
  return beside;
}

if (self.origin === "null" || !(document.body instanceof HTMLElement)) {
  // a page that is kept apart from its own origin keeps every frame apart
  runtime.sendMessage("no room");
} else if (!kept.postilBeside) {
  kept.postilBeside = begin();
} else if (kept.postilBeside.isOpen) {
  kept.postilBeside.close();
} else {
  kept.postilBeside.open();
}
