// Copies of the files of a folder under brotli and gzip, for servers that send such copies instead.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

/** What does not come compressed already. */
const KINDS = new Set([".html", ".js", ".css", ".wasm", ".model", ".svg", ".webmanifest", ".json"]);

/** Quality 11 with a window of 2^22 bytes: what static hosts send, and what `cargo xtask sizes` counts. @param {Uint8Array} bytes */
const brotli = (bytes) =>
  promisify(brotliCompress)(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_LGWIN]: 22,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });

/** @param {string} folder */
export async function compress(folder) {
  const files = readdirSync(folder, { encoding: "utf8", recursive: true }).filter((name) => KINDS.has(extname(name)));
  await Promise.all(
    files.map(async (name) => {
      const file = join(folder, name);
      const bytes = readFileSync(file);
      writeFileSync(`${file}.br`, await brotli(bytes));
      writeFileSync(`${file}.gz`, await promisify(gzip)(bytes, { level: 9 }));
    }),
  );
}
