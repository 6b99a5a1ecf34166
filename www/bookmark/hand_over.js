// What the bookmark does in the page at hand.

/**
 * Opens Postil and hands it this page. The bookmark carries this function as text: it knows nothing but what is in it.
 * @param {string} home Postil's address
 * @param {() => string} pageMarkup
 */
export function handOver(home, pageMarkup) {
  // what was opened from here and has not answered: a symbol, so that no name of the page's is taken
  const OPENED = Symbol.for("postil.opened");
  const page = /** @type {any} */ (window);
  const html = pageMarkup();

  /** Puts the page on the clipboard, as copying by hand would. */
  const copy = () => {
    let done = false;
    const fill = (/** @type {ClipboardEvent} */ event) => {
      event.clipboardData?.setData("text/html", html);
      event.clipboardData?.setData("text/plain", document.body.innerText);
      event.preventDefault();
      event.stopImmediatePropagation();
      done = true;
    };
    addEventListener("copy", fill, { capture: true, once: true });
    document.execCommand("copy");
    removeEventListener("copy", fill, { capture: true });
    return done;
  };

  // a site that cuts its pages off from what they open seems to have closed it at once
  if (page[OPENED]?.closed) {
    const answer = copy() ? "clipboard" : "nothing";
    delete page[OPENED];
    window.open(`${home}?from=${answer}`);
    return;
  }
  const nonce = Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join("");
  const opened = window.open(`${home}?from=${nonce}`);
  if (!opened) return;
  page[OPENED] = opened;
  const { origin } = new URL(home);
  const hear = (/** @type {MessageEvent} */ event) => {
    if (event.source !== opened || event.origin !== origin || event.data?.postil !== nonce) return;
    event.stopImmediatePropagation();
    removeEventListener("message", hear, true);
    delete page[OPENED];
    opened.postMessage({ postil: nonce, html, url: location.href }, origin);
  };
  addEventListener("message", hear, true);
}
