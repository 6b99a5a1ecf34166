// A plain static server of one folder under a sub-path, that can be cut off, and can be given another version of the folder.
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { TYPES } from "./harness.mjs";

export class Host {
  /** Files that break off in the middle. @type {RegExp | undefined} */
  cut;
  /** Files that are missing. @type {RegExp | undefined} */
  missing;
  /** Headers of every answer. @type {Record<string, string>} */
  headers = {};
  /** What was asked for. @type {string[]} */
  asked = [];

  /** @param {string} folder @param {string} mount begins and ends with a slash */
  constructor(folder, mount = "/papers/postil/") {
    this.folder = folder;
    this.mount = mount;
    this.server = createServer((request, response) => this.#answer(request.url ?? "/", response));
  }

  /** Listens; closed with the test. @param {import("node:test").TestContext} t @param {number} [port] */
  async start(t, port = 0) {
    await new Promise((resolve) => this.server.listen(port, "127.0.0.1", () => resolve(undefined)));
    t.after(() => this.stop());
    const { port: taken } = /** @type {import("node:net").AddressInfo} */ (this.server.address());
    this.origin = `http://127.0.0.1:${taken}`;
    this.base = this.origin + this.mount;
    return this;
  }

  /** Cuts the network: nobody listens there any more. */
  stop() {
    this.server.close();
    this.server.closeAllConnections();
  }

  /** @param {string} url @param {import("node:http").ServerResponse} response */
  #answer(url, response) {
    const path = decodeURIComponent(url.split(/[?#]/)[0] ?? "");
    const inside = path.startsWith(this.mount) ? normalize(path.slice(this.mount.length) || "index.html") : "..";
    this.asked.push(inside);
    const file = join(this.folder, inside);
    if (inside.split(sep).includes("..") || this.missing?.test(inside) || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404, { "content-type": "text/plain" }).end("no such file");
      return;
    }
    const bytes = readFileSync(file);
    response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream", "content-length": bytes.length, ...this.headers });
    if (!this.cut?.test(inside)) response.end(bytes);
    else response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
  }
}
