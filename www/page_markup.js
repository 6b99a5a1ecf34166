// The markup of a page as it stands now, for Postil to read elsewhere.

/**
 * What a page's scripts made of it, with what its open shadow roots show. The page is not touched, and no script of its own hears of it.
 * Bookmark and extension carry this function into the page as text: it knows nothing but what is in it.
 * @param {Element} [of] a part of the page, where not all of it
 * @param {boolean} [own] whether it may say no address of another site's for its own: what is painted on the page, the page sees
 * @returns {string}
 */
export function pageMarkup(of = document.documentElement, own = false) {
  // a document where no picture loads and no custom element wakes
  const quiet = document.implementation.createHTMLDocument("");
  /** @param {Element} element @param {Element} copy */
  const open = (element, copy) => {
    const originals = [element, ...element.querySelectorAll("*")];
    const copies = [copy, ...copy.querySelectorAll("*")];
    for (const [index, original] of originals.entries()) {
      const root = original.shadowRoot;
      const at = copies[index];
      if (!root || !at) continue;
      for (const child of root.children) {
        const shown = quiet.importNode(child, true);
        open(child, shown);
        at.append(shown);
      }
    }
  };
  const copy = quiet.importNode(of, true);
  open(of, copy);
  for (const silent of copy.querySelectorAll("script:not([type='application/ld+json']), style, noscript, svg, canvas, iframe")) silent.remove();
  const site = (/** @type {string} */ address) => (URL.canParse(address, location.href) ? new URL(address, location.href).host.replace(/^(?:www|m|mobile|amp)\./, "") : "");
  for (const said of own ? copy.querySelectorAll("link[rel~='canonical' i], meta[property='og:url' i], meta[name='og:url' i]") : []) {
    if (site(said.getAttribute("href") ?? said.getAttribute("content") ?? "") !== site(location.href)) said.remove();
  }
  // eslint-disable-next-line no-restricted-properties -- read, and not written
  return `<!doctype html>${copy.outerHTML}`;
}
