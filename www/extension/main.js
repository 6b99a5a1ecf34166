// Starts Postil in the extension's own page: in a frame beside the article at hand, or in a tab beside it, which then reads that one.
import { open } from "../../pkg/page.js";
import { begin } from "../begin.js";
import { besideAPage } from "../beside/frame.js";
import { firstWord } from "../beside/first_word.js";
import { pageMarkup } from "../page_markup.js";

const { runtime, scripting, storage, tabs } = /** @type {any} */ (globalThis).chrome;

const isInPage = window.parent !== window;

/** Whether the button put this frame there: any page could have done so itself, to learn where the reader notes something. @param {string} [nonce] */
async function isAskedFor(nonce = "") {
  return nonce !== "" && nonce in (await storage.session.get(nonce));
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

/** What the extension keeps, asked for where it may be read. @param {object} message */
async function asked(message) {
  const { rows, why } = await runtime.sendMessage(message);
  if (why !== undefined) throw new Error(why);
  return rows;
}

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
