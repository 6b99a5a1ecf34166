// The service worker: registers it, tells when another version lies ready, and has that one take over when the reader agrees.

/** How often a page that stays open asks for another version, in milliseconds. */
const EVERY = 3_600_000;

/** @type {ServiceWorkerRegistration | undefined} */
let registration;

/**
 * @param {string} script the service worker's address; its folder is what it keeps
 * @param {() => void} ready called when another version is here, whole
 * @returns {Promise<void>} rejected where the browser keeps nothing
 */
export async function watchVersions(script, ready) {
  if (!("serviceWorker" in navigator)) return;
  const found = await navigator.serviceWorker.register(script, { updateViaCache: "none" });
  registration = found;
  // the first version waits for nobody, and is none to tell of
  const tell = () => found.waiting && found.active && ready();
  tell();
  found.addEventListener("updatefound", () => found.installing?.addEventListener("statechange", tell));
  let asked = Date.now();
  const ask = () => {
    asked = Date.now();
    found.update().catch(() => {}); // without a network: next time
  };
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible" && Date.now() > asked + EVERY) ask();
  });
  // an installation that was cut off goes on where it ended; a registration that failed is gone
  addEventListener("online", () => (found.active ? ask() : navigator.serviceWorker.register(script).catch(() => {})));
}

/** Has the version that lies ready take over, and loads the page anew. */
export function takeVersion() {
  const reload = () => location.reload();
  const waiting = registration?.waiting;
  if (!waiting) return reload(); // another tab took it
  navigator.serviceWorker.addEventListener("controllerchange", reload, { once: true });
  waiting.postMessage("take over");
}
