// Starts Postil from its folder.
import { open } from "../pkg/page.js";
import { begin } from "./begin.js";
import { firstWord } from "./beside/first_word.js";
import { handedOver, isEmbedded, openedFiles } from "./handed_over.js";

/** The page around this frame, beside whose article it is; what that needs is fetched there alone. @type {Promise<import("./beside/frame.js").Beside> | undefined} */
const around = isEmbedded && new URLSearchParams(location.search).has("beside")
  ? Promise.all([firstWord(), import(new URL("beside/frame.js", import.meta.url).href)]).then(([event, { besideAPage }]) => besideAPage(event))
  : undefined;

// the page around keeps its own way back
if (isEmbedded) history.pushState = history.replaceState.bind(history);

/** @type {Omit<import("../pkg/page.js").Host, "article">} */
const own = {
  worker: () => new Worker(new URL("worker.js", import.meta.url), { type: "module" }),
  sample: new URL("sample.html", import.meta.url).href,
  // on the page of another, nothing is fetched ahead
  serviceWorker: (!isEmbedded && document.querySelector("link[rel=serviceworker]")?.getAttribute("href")) || undefined,
  keptIn: isEmbedded ? "site" : undefined,
};

await begin(around ? around.then(({ host }) => ({ ...own, ...host })) : own, around ? around.then(({ article }) => article) : handedOver());
if (around) (await around).begun(open);
else openedFiles((files) => open({ files }));
