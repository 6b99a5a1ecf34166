// What the embedding says to the page's readers, and to who keeps the page.

export const BUTTON = "Annotate with Postil";

/** @param {string} directive @param {string} home */
export const blocked = (directive, home) =>
  `Postil: this page's Content-Security-Policy (${directive}) forbids its frame. It has to allow: frame-src ${new URL(home).origin}`;

/** @param {string} home */
export const unreachable = (home) => `Postil: ${home} could not be shown in a frame. Is it there, and do its headers allow it (X-Frame-Options, frame-ancestors)?`;
