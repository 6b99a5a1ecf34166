// The worker: loads the analysis, which answers the page beside it so that the page never waits.
import init, { load, serve } from "../pkg/analysis.js";

const ready = init().then(() => load());
// told with the first question, and not before anybody asks
ready.catch(() => {});

self.onmessage = async (event) => {
  try {
    await ready;
  } catch (error) {
    self.postMessage(error instanceof Error ? error.message : String(error));
    return;
  }
  const [answer, transfer] = serve(event.data);
  self.postMessage(answer, transfer);
};
