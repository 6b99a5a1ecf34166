// What the worker does: loads the analysis, which answers the page beside it so that the page never waits.
import { serve, warmUp } from "../pkg/analysis.js";

/** For how long the invented article is read again and again, in milliseconds: by then the engine has compiled well what that runs. */
const WARM = 500;

/** The number of the page's last message; what came before it is given up. */
let last = 0;

/** @type {Promise<void> | undefined} */
let loading;

/** @param {"loading" | "reading"} failed @param {unknown} error */
function tell(failed, error) {
  self.postMessage({ failed, why: error instanceof Error ? error.message : String(error) });
}

/** Gets the engine to compile, until somebody asks. */
async function warm() {
  const end = performance.now() + WARM;
  while (last === 0 && performance.now() < end) {
    warmUp();
    // lets a message in
    await new Promise((resolve) => setTimeout(resolve));
  }
}

/** Answers the page. @param {() => Promise<void>} load brings module and model; called again with the next request when it fails */
export function answerPage(load) {
  const loaded = () => {
    loading ??= load()
      .then(() => self.postMessage({ ready: true }))
      .catch((error) => {
        loading = undefined;
        throw error;
      });
    return loading;
  };

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
  loaded().then(
    () => warm().catch((error) => tell("reading", error)),
    () => {},
  );
}
