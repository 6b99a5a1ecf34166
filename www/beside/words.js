// What Postil says beside the article of another page.

export const CLOSE = "Close Postil";
export const KEPT_BY_SITE = "Notes made here lie in this site’s storage, and the site can read them.";
export const KEPT_APART = "Notes made here are kept in this browser, for this site alone.";
export const KEPT_BY_EXTENSION = "Notes made here are kept by the extension, and no site can read them.";
export const TAKE_ALONG = "Take them along";
