// Starts Postil from its folder.
import { open } from "../pkg/page.js";
import { begin } from "./begin.js";
import { talkTo } from "./embed/frame.js";
import { handedOver, isEmbedded, openedFiles } from "./handed_over.js";

/** The nonce of the page that hands over an article, from before the address is cleared of it. */
const sender = new URLSearchParams(location.search).get("from");

// the page around keeps its own way back
if (isEmbedded) history.pushState = history.replaceState.bind(history);

await begin(
  {
    worker: () => new Worker(new URL("worker.js", import.meta.url), { type: "module" }),
    sample: new URL("sample.html", import.meta.url).href,
    serviceWorker: document.querySelector("link[rel=serviceworker]")?.getAttribute("href") ?? undefined,
    keptIn: isEmbedded ? "site" : undefined,
  },
  handedOver(),
);
openedFiles((files) => open({ files }));
if (sender && isEmbedded) talkTo(sender);
