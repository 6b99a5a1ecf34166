// What the page around this frame says first. It is heard at once, before anything else is there: the page says it only once.

/**
 * @param {(nonce?: string) => Promise<boolean>} [allows] whether whoever says this may have Postil beside it; anybody, where nothing is said
 * @returns {Promise<MessageEvent<import("./messages.js").Begin>>}
 */
export function firstWord(allows = async () => true) {
  return new Promise((resolve) => {
    addEventListener("message", async (event) => {
      if (event.source === window.parent && event.data?.postil === "beside" && event.ports[0] && (await allows(event.data.nonce))) resolve(event);
    });
  });
}
