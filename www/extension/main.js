// Starts Postil in the extension's own page. With its button pressed on a page, the browser lets the extension read that one.
import { begin } from "../begin.js";
import { pageMarkup } from "../page_markup.js";

const { scripting, tabs } = /** @type {any} */ (globalThis).chrome;

/** @returns {Promise<import("../begin.js").Article | undefined>} the page that the button was pressed on */
async function pageAtHand() {
  const tabId = Number(new URLSearchParams(location.search).get("tab"));
  if (!tabId) return undefined;
  history.replaceState(null, "", location.pathname); // a reload finds what was opened, not what stands in that tab by then
  try {
    const [{ url }, [done]] = await Promise.all([
      tabs.get(tabId),
      scripting.executeScript({ target: { tabId }, func: pageMarkup }),
    ]);
    return { html: done?.result ?? "", url };
  } catch {
    return { withheld: "browser" };
  }
}

await begin(
  {
    worker: () => new Worker(new URL("../worker.js", import.meta.url), { type: "module" }),
    sample: new URL("../sample.html", import.meta.url).href,
    keptIn: "extension",
  },
  pageAtHand(),
);
