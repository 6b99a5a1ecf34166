// The worker: the same module, analysing beside the page so that the page never waits.
import init, { serve } from "../pkg/postil.js";

const ready = init();
self.onmessage = async (event) => {
  await ready;
  const [answer, transfer] = serve(event.data);
  self.postMessage(answer, transfer);
};
