// Starts Postil from its folder.
import { open } from "../pkg/page.js";
import { begin } from "./begin.js";
import { handedOver, openedFiles } from "./handed_over.js";

await begin(
  {
    worker: () => new Worker(new URL("worker.js", import.meta.url), { type: "module" }),
    sample: new URL("sample.html", import.meta.url).href,
    serviceWorker: document.querySelector("link[rel=serviceworker]")?.getAttribute("href") ?? undefined,
  },
  handedOver(),
);
openedFiles((files) => open({ files }));
