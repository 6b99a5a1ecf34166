// Starts Postil in the extension's own page: in a frame beside the article at hand, or in a tab beside it, which then reads that one.
import { open } from "../../pkg/page.js";
import { begin } from "../begin.js";
import { besideAPage } from "../beside/frame.js";
import { firstWord } from "../beside/first_word.js";
import { pageMarkup } from "../page_markup.js";

const { runtime, scripting, tabs } = /** @type {any} */ (globalThis).chrome;

const isInPage = window.parent !== window;

/** What the background script knows and keeps: not every frame may read that itself. @param {object} message */
async function asked(message) {
  const { found, why } = await runtime.sendMessage(message);
  if (why !== undefined) throw new Error(why);
  return found;
}

/** Whether the button put this frame there: any page could have done so itself, to learn where the reader notes something. @param {string} [nonce] */
async function isAskedFor(nonce = "") {
  return (await asked({ nonce })) === true;
}

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

// the page around keeps its own way back
if (isInPage) history.pushState = history.replaceState.bind(history);

const around = isInPage ? firstWord(isAskedFor).then((event) => besideAPage(event)) : undefined;

/** @type {import("../../pkg/page.js").Rows} */
const rows = {
  read: (store, source) => asked({ read: source === undefined ? [store] : [store, source] }),
  change: (changes) => asked({ change: changes }),
};

/** @type {Omit<import("../../pkg/page.js").Host, "article">} */
const own = {
  ...(isInPage && { rows }),
  worker: () => new Worker(new URL("../worker.js", import.meta.url), { type: "module" }),
  sample: new URL("../sample.html", import.meta.url).href,
  keptIn: "extension",
};

await begin(around ? around.then(({ host }) => ({ ...own, ...host })) : own, around ? around.then(({ article }) => article) : pageAtHand());
(await around)?.begun(open);
