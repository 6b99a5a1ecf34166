// The page of a form of Postil's: `index.html`, without what that form has no use for.

/** What `index.html` says of modules that are fetched ahead: a bundle has what they import. */
const AHEAD = /<link rel="(?:modulepreload|preload)"[^>]*>\n/g;

/** What only the folder on a server has: an app to install, what a server can be without, and where to begin. */
const FOLDER = /<link rel="(?:manifest|apple-touch-icon)"[^>]*>\n|<li class="folder">[^]*?<\/li>\n\s*/g;

/** @param {string} html */
export const bundled = (html) => html.replace(/<link rel="modulepreload"[^>]*>\n/, "");

/** @param {string} html @param {string} home where the page's name leads */
export const alone = (html, home) => html.replace('<html ', '<html class="alone" ').replace(AHEAD, "").replace(FOLDER, "").replace('href="./"', `href="${home}"`);
