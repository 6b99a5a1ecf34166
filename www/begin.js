// Starts Postil in its page: loads the page's WebAssembly module, which does everything else, and tells it where its parts are.
import init, { open, start } from "../pkg/page.js";

/** @typedef {import("../pkg/page.js").Host} Host */
/** @typedef {import("../pkg/page.js").Article} Article */

/**
 * @param {Omit<Host, "article"> | Promise<Omit<Host, "article">>} host
 * @param {Promise<Article | undefined>} [article] what to begin with; without one, what the page's address names
 * @param {Promise<BufferSource>} [wasm] the module, where it does not lie beside its script
 */
export async function begin(host, article, wasm) {
  try {
    const [parts, first] = await Promise.all([host, article, init(wasm && { module_or_path: wasm })]);
    start({ ...parts, article: first });
    if (first?.files) open(first);
  } catch (error) {
    const why = document.querySelector("#boot .why");
    if (why) why.textContent = `The browser says: ${error instanceof Error ? error.message : String(error)}`;
    throw error;
  }
}
