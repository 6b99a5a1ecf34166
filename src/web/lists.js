// The word lists lie beside the module, and are fetched from there: by the page's worker, or by whoever calls `load`.

/**
 * @param {string | undefined} url
 * @returns {Promise<string>}
 */
export async function fetchLists(url) {
  // this file stands in pkg/snippets/…/src/web/, the lists in pkg/
  const answer = await fetch(url ?? new URL("../../../../postil.lists", import.meta.url));
  if (!answer.ok) throw new Error(`the word lists are missing (${answer.url} answers ${answer.status}); copy the whole folder anew`);
  return answer.text();
}
