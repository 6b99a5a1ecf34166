// The extension's button: Postil beside the article of the page at hand; where a page has no room for that, in a tab beside it, which then
// reads the page.

import { openDatabase, readRows, writeRows } from "../../crates/page/src/database.js";

const { action, runtime, scripting, storage, tabs } = /** @type {any} */ (globalThis).chrome;

/** Opens Postil in a tab beside this one. @param {any} tab */
const openTab = (tab) =>
  tabs.create({ url: runtime.getURL(`index.html?tab=${tab.id}`), index: tab.index + 1, windowId: tab.windowId, openerTabId: tab.id });

/** In the page: for the script that follows. It gives nothing back, as what it would give back has to be cloned. @param {string} nonce */
function tell(nonce) {
  Object.assign(globalThis, { postilNonce: nonce });
}

action.onClicked.addListener(async (/** @type {any} */ tab) => {
  // by this the frame knows that it was put there by the button, and not by a page
  const nonce = crypto.randomUUID();
  const target = { tabId: tab.id };
  try {
    await storage.session.set({ [nonce]: tab.id });
    await scripting.executeScript({ target, func: tell, args: [nonce] });
    await scripting.executeScript({ target, files: ["content.js"] });
  } catch {
    await openTab(tab); // it says why the browser keeps this page back
  }
});

/** How long the database may take to open, in milliseconds. */
const PATIENCE = 10_000;

/** The extension's own database. In a page of a site browsers keep a frame from it, or give it another one for each site. */
const database = () => openDatabase("postil", PATIENCE, () => undefined, () => {});

/** What a frame of the extension asks for: whether it was asked for by this nonce, or rows. @param {any} message */
async function answer({ nonce, read, change }) {
  try {
    if (nonce !== undefined) return { found: nonce !== "" && nonce in (await storage.session.get(nonce)) };
    return { found: read ? await readRows(await database(), ...(/** @type {[string, string?]} */ (read))) : await writeRows(await database(), change) };
  } catch (error) {
    return { why: error instanceof Error ? error.message : "the database does not answer" };
  }
}

runtime.onMessage.addListener((/** @type {any} */ message, /** @type {any} */ { tab, url = "" }, /** @type {(answer: object) => void} */ respond) => {
  if (message === "no room") openTab(tab);
  else if (url.startsWith(runtime.getURL(""))) {
    answer(message).then(respond);
    return true; // it comes later
  }
  return false;
});
