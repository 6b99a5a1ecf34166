// The model lies beside the module, and is fetched from there unless whoever calls `load` brings it.

/**
 * @param {string | URL | Response | BufferSource | Promise<Response | BufferSource> | undefined} source
 * @returns {Promise<Uint8Array>}
 */
export async function modelBytes(source) {
  // this file stands in pkg/snippets/…/src/, the model in pkg/
  const given = (await source) ?? new URL("../../../postil.model", import.meta.url);
  if (given instanceof ArrayBuffer) return new Uint8Array(given);
  if (ArrayBuffer.isView(given)) return new Uint8Array(given.buffer, given.byteOffset, given.byteLength);
  const answer = given instanceof Response ? given : await fetch(given);
  if (!answer.ok) throw new Error(`the model is missing (${answer.url} answers ${answer.status}); copy the whole folder anew`);
  return new Uint8Array(await answer.arrayBuffer());
}
