// Articles that others hand over: shared to Postil, sent by its bookmark, or opened with it from the system's files.

/** @typedef {import("./begin.js").Article} Article */

/** Where the service worker lays down what was shared. */
const SHARED = "shared-with-postil";

/** A shared text longer than this is read, though there is an address in it. */
const NOTE = 300;

/** Files that the system opens with Postil. @param {(files: File[]) => void} open */
export function openedFiles(open) {
  /** @type {any} */ (window).launchQueue?.setConsumer(async (/** @type {any} */ { files }) => {
    const opened = await Promise.all((files ?? []).map((/** @type {any} */ handle) => handle.getFile()));
    if (opened.length > 0) open(opened);
  });
}

/** For how long the page that the bookmark was pressed on may keep Postil waiting, in milliseconds. */
const PATIENCE = 10_000;

/** Whether Postil lies in a frame of another page. */
export const isEmbedded = window.parent !== window;

/** What was handed to Postil just now. It is read once: a reload does not open it again. @returns {Promise<Article | undefined>} */
export async function handedOver() {
  const query = new URLSearchParams(location.search);
  const sender = query.get("from");
  if (!sender && !query.has("shared")) return undefined;
  history.replaceState(null, "", "./");
  if (!sender) return "caches" in window ? shared() : undefined;
  if (sender === "clipboard") return { withheld: "copied" };
  const from = window.opener;
  return from && sender !== "nothing" ? sentBy(from, sender) : { withheld: "site" };
}

/**
 * What the page sends that opened this one. Any may, so that nothing is taken but from it, with the nonce that it gave.
 * @param {Window} from @param {string} nonce
 * @returns {Promise<Article>}
 */
function sentBy(from, nonce) {
  return new Promise((resolve) => {
    const settle = (/** @type {Article} */ article) => {
      removeEventListener("message", hear);
      clearTimeout(timer);
      resolve(article);
    };
    const hear = (/** @type {MessageEvent} */ { source, origin, data }) => {
      if (source !== from || data?.postil !== nonce) return;
      const { html, url } = data;
      // notes are kept by address: no site speaks for another's
      const own = URL.canParse(url) && new URL(url).origin === origin;
      settle({ html: String(html), url: own ? url : undefined });
    };
    const timer = setTimeout(settle, PATIENCE, { withheld: "site" });
    addEventListener("message", hear);
    from.postMessage({ postil: nonce }, "*"); // whoever it is: there is nothing in it but what it said itself
  });
}

/** What was shared. @returns {Promise<Article | undefined>} */
async function shared() {
  const answer = await (await caches.open(SHARED)).match("./");
  await caches.delete(SHARED);
  if (!answer) return undefined;
  const form = await answer.formData();
  const files = form.getAll("files").filter((file) => file instanceof File);
  if (files.length > 0) return { files };
  // a form ends its lines by two characters
  const text = String(form.get("text") ?? "").replaceAll("\r\n", "\n").trim();
  // many programs share an address as a text, with the headline before it
  const url = String(form.get("url") ?? "").trim() || (text.length <= NOTE ? /https?:\/\/\S+/.exec(text)?.[0] : undefined);
  return url ? { url } : text ? { text } : undefined;
}
