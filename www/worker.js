// The worker: loads the analysis, which answers the page beside it so that the page never waits.
import init, { load, serve } from "../pkg/analysis.js";

/** @type {Promise<void> | undefined} */
let loading;

/** The number of the page's last message; what came before it is given up. */
let last = 0;

/** What of it cannot be fetched now is tried again with the next request. */
function loaded() {
  loading ??= init()
    .then(() => load())
    .then(() => self.postMessage({ ready: true }))
    .catch((error) => {
      loading = undefined;
      throw error;
    });
  return loading;
}

/** @param {"loading" | "reading"} failed @param {unknown} error */
function tell(failed, error) {
  self.postMessage({ failed, why: error instanceof Error ? error.message : String(error) });
}

self.onmessage = async ({ data: { number, request } }) => {
  last = number;
  if (request === undefined) return;
  try {
    await loaded();
  } catch (error) {
    if (number === last) tell("loading", error);
    return;
  }
  if (number !== last) return;
  try {
    const [answer, transfer] = serve(request);
    self.postMessage({ number, answer }, transfer);
  } catch (error) {
    // nothing can be relied on after a trap: the page starts another worker
    tell("reading", error);
  }
};
self.onmessageerror = () => tell("reading", "the article did not arrive");

// before anybody asks; who asks is told when it fails
loaded().catch(() => {});
