// Keeps Postil at hand without a network. `cargo xtask dist` puts `self.POSTIL` before this: which version it is, and each file of that
// by its address and the hash of its bytes.
//
// A version is kept whole or not at all: its files are checked against their hashes, and it takes over only when all of them are here.
// What an installation that was cut off had fetched is still here for the next one. The version before stays for tabs that still run it.

const worker = /** @type {any} */ (self);

/** @type {{ version: string, files: [url: string, integrity: string][] }} */
const { version, files } = worker.POSTIL;

/** Of this folder alone: several of Postil may lie on one site. */
const OURS = `postil ${worker.registration.scope} `;

/** Where `handed_over.js` finds what was shared. */
const SHARED = "shared-with-postil";

/** Caches of this folder, the oldest first. */
async function versions() {
  return (await caches.keys()).filter((name) => name.startsWith(OURS));
}

/** @param {[url: string, integrity: string]} file @param {Cache} cache */
async function keep([url, integrity], cache) {
  if (await cache.match(url)) return;
  const request = new Request(url, { integrity, cache: url === "./" ? "no-cache" : "default" });
  // a name that tells its content is the same file in every version
  const known = url === "./" ? undefined : await caches.match(request.url);
  const answer = known ?? (await fetch(request));
  if (!answer.ok) throw new Error(`${url} answers ${answer.status}`);
  // read whole before it counts; without what the server says of its coding, which the bytes no longer have
  const type = answer.headers.get("content-type") ?? "";
  await cache.put(url, new Response(await answer.blob(), { headers: { "content-type": type } }));
}

async function install() {
  const cache = await caches.open(OURS + version);
  const results = await Promise.allSettled(files.map((file) => keep(file, cache)));
  const failed = results.find((result) => result.status === "rejected");
  if (failed) throw failed.reason;
}

async function activate() {
  const others = (await versions()).filter((name) => name !== OURS + version);
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
  await worker.clients.claim();
}

/** @param {Request} request */
async function answer(request) {
  const { pathname, search } = new URL(request.url);
  const home = new URL(worker.registration.scope).pathname;
  const isHome = pathname === home || pathname === `${home}index.html`;
  if (request.method === "POST" && isHome) return share(request);
  const cache = await caches.open(OURS + version);
  if (isHome && request.mode === "navigate") return (await cache.match("./")) ?? fetch(request);
  if (search !== "") return fetch(request);
  for (const name of [OURS + version, ...(await versions()).reverse()]) {
    const kept = await (await caches.open(name)).match(request);
    if (kept) return kept;
  }
  return fetch(request);
}

/** Lays down what another program shares, and shows the page, which opens it. @param {Request} request */
async function share(request) {
  const headers = { "content-type": request.headers.get("content-type") ?? "" };
  await (await caches.open(SHARED)).put("./", new Response(await request.blob(), { headers }));
  return Response.redirect("./?shared", 303);
}

worker.addEventListener("install", (/** @type {any} */ event) => event.waitUntil(install()));
worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(activate()));
worker.addEventListener("message", (/** @type {MessageEvent} */ { data }) => data === "take over" && worker.skipWaiting());
worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const { request } = event;
  const inside = request.url.startsWith(worker.registration.scope);
  if (inside && (request.method === "GET" || request.mode === "navigate")) event.respondWith(answer(request));
});
