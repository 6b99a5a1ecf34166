// Starts Postil: loads the page's WebAssembly module, which does everything else, and tells it where its parts are.
import init, { open, start } from "../pkg/page.js";
import { openedFiles, shared } from "./handed_over.js";

try {
  const [article] = await Promise.all([shared(), init()]);
  start({
    worker: () => new Worker(new URL("worker.js", import.meta.url), { type: "module" }),
    sample: new URL("sample.html", import.meta.url).href,
    article,
    serviceWorker: document.querySelector("link[rel=serviceworker]")?.getAttribute("href") ?? undefined,
  });
  openedFiles((files) => open({ files }));
  if (article?.files) open(article);
} catch (error) {
  const why = document.querySelector("#boot .why");
  if (why) why.textContent = `The browser says: ${error instanceof Error ? error.message : String(error)}`;
  throw error;
}
