// The worker of the one file, which sends it what a folder would have beside it.
import init, { load } from "../../pkg/analysis.js";
import { answerPage } from "../answering.js";

/** @type {Promise<{ module: ArrayBuffer, model: ArrayBuffer, why?: string }>} the page's first message */
const parts = new Promise((resolve) => {
  const hear = (/** @type {MessageEvent} */ event) => {
    event.stopImmediatePropagation(); // it asks nothing
    resolve(event.data);
  };
  self.addEventListener("message", hear, { once: true });
});

answerPage(async () => {
  const { module, model, why } = await parts;
  if (why) throw new Error(why);
  await init({ module_or_path: module });
  await load(model);
});
