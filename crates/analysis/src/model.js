// The model lies beside the module, and is fetched from there: by the page's worker, or by whoever calls `load`.

/**
 * @param {string | undefined} url
 * @returns {Promise<Uint8Array>}
 */
export async function fetchModel(url) {
  // this file stands in pkg/snippets/…/src/, the model in pkg/
  const answer = await fetch(url ?? new URL("../../../postil.model", import.meta.url));
  if (!answer.ok) throw new Error(`the model is missing (${answer.url} answers ${answer.status}); copy the whole folder anew`);
  return new Uint8Array(await answer.arrayBuffer());
}
