// The worker: brings the analysis, and the model that lies beside it, and answers the page.
import init, { load } from "../pkg/analysis.js";
import { answerPage } from "./answering.js";

answerPage(async () => {
  const [, model] = await Promise.all([init(), fetch(new URL("../pkg/postil.model", import.meta.url))]);
  await load(model);
});
