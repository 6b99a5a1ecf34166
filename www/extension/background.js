// The extension's button: opens Postil in a tab beside the page at hand, which that tab then reads.

const { action, runtime, tabs } = /** @type {any} */ (globalThis).chrome;

action.onClicked.addListener(async (/** @type {any} */ tab) => {
  await tabs.create({ url: runtime.getURL(`index.html?tab=${tab.id}`), index: tab.index + 1, windowId: tab.windowId, openerTabId: tab.id });
});
