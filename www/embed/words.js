// What the embedding says to the page's readers, and to who keeps the page.

export const BUTTON = "Annotate with Postil";
export const CLOSE = "Close Postil";

/** @param {string} directive @param {string} home */
export const blocked = (directive, home) =>
  `Postil: this page's Content-Security-Policy (${directive}) forbids its frame. It has to allow: frame-src ${new URL(home).origin}`;
