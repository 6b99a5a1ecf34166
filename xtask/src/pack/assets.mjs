// The files of `dist/assets/`: scripts bundled, each file named by its content, and each reference to one put right.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, extname, join, relative } from "node:path";
import { build, transform } from "esbuild";

/** How a script refers to a file that lies beside it. */
const BESIDE = /new URL\(\s*(["'`])([^"'`]+)\1\s*,\s*import\.meta\.url\s*\)/g;

/** @param {Uint8Array | string} bytes @param {"hex" | "base64"} form */
export const hash = (bytes, form) => createHash("sha256").update(bytes).digest(form);

export class Assets {
  /** The file that each source became, in `dist`. @type {Map<string, Promise<string>>} */
  #made = new Map();

  /** @param {string} dist */
  constructor(dist) {
    this.dist = dist;
    mkdirSync(join(dist, "assets"), { recursive: true });
  }

  /**
   * The path in `dist` of what `source` becomes. A script becomes one with all that it imports.
   * @param {string} source
   * @returns {Promise<string>}
   */
  of(source) {
    const made = this.#made.get(source) ?? this.#make(source);
    this.#made.set(source, made);
    return made;
  }

  /** @param {string} source */
  async #make(source) {
    const extension = extname(source);
    const content =
      extension === ".js" ? await this.bundle(source)
      : extension === ".css" ? (await transform(readFileSync(source, "utf8"), { loader: "css", minify: true, charset: "utf8" })).code
      : readFileSync(source);
    const path = `assets/${basename(source, extension)}-${hash(content, "hex").slice(0, 10)}${extension}`;
    writeFileSync(join(this.dist, path), content);
    return path;
  }

  /**
   * A script with all that it imports, its references put right for the folder that it is written to.
   * @param {string} source
   * @param {import("esbuild").BuildOptions} [options]
   * @param {string} [folder] in `dist`
   */
  async bundle(source, options = {}, folder = "assets") {
    const { outputFiles } = await build({
      entryPoints: [source],
      bundle: true,
      write: false,
      format: "esm",
      target: "es2022",
      minify: true,
      charset: "utf8",
      legalComments: "none",
      logLevel: "warning",
      plugins: [{ name: "beside", setup: (build) => build.onLoad({ filter: /\.js$/ }, ({ path }) => this.#load(path, folder)) }],
      ...options,
    });
    return /** @type {any} */ (outputFiles)[0].text;
  }

  /** @param {string} path @param {string} folder */
  async #load(path, folder) {
    let contents = readFileSync(path, "utf8");
    for (const [whole, , name] of contents.matchAll(BESIDE)) {
      const made = relative(folder, await this.of(join(dirname(path), name)));
      contents = contents.replaceAll(whole, `new URL(${JSON.stringify(made)}, import.meta.url)`);
    }
    return { contents, loader: /** @type {const} */ ("js") };
  }
}
