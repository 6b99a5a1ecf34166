// Starts Postil from one file, which holds its parts as text: gzip in base64, each in a script element that runs nothing.
import { begin } from "../begin.js";

/** @param {string} name @returns {Promise<ArrayBuffer>} */
async function part(name) {
  const text = document.getElementById(name)?.textContent ?? "";
  try {
    const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
    return await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
  } catch {
    throw new Error(`this file was damaged on its way: its ${name} is not whole`); // gzip has a sum over all
  }
}

/** An address under which the browser finds bytes. @param {BlobPart} bytes @param {string} type */
const address = (bytes, type) => URL.createObjectURL(new Blob([bytes], { type }));

const [script, sample] = await Promise.all(["worker.js", "sample.html"].map(part));
const wasm = part("page.wasm");
/** What a worker needs; another may be started in its place. */
const analysis = Promise.all([part("analysis.wasm"), part("postil.model")]);
analysis.catch(() => {}); // told by the worker, which is not there yet
const workerAddress = address(/** @type {ArrayBuffer} */ (script), "text/javascript");

function worker() {
  // a classic one: under `file:` browsers start no module from here
  const started = new Worker(workerAddress);
  analysis.then(
    ([module, model]) => started.postMessage({ module, model }),
    (error) => started.postMessage({ why: error.message }),
  );
  return started;
}

await begin({ worker, sample: address(/** @type {ArrayBuffer} */ (sample), "text/html"), keptIn: "files" }, undefined, wasm);
