// Articles that other programs hand over: shared to Postil, or opened with it from the system's files.

/** @typedef {{ files?: File[], html?: string, text?: string, url?: string }} Article one of these, or `html` with its `url` */

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

/** What was shared to Postil just now. @returns {Promise<Article | undefined>} */
export async function shared() {
  if (!new URLSearchParams(location.search).has("shared") || !("caches" in window)) return undefined;
  history.replaceState(null, "", "./");
  const answer = await (await caches.open(SHARED)).match("./");
  await caches.delete(SHARED); // read once: a reload does not open it again
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
