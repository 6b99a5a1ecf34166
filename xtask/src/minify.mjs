// Makes the JavaScript and CSS files of a folder small, in place: node minify.mjs FOLDER NAMES, where NAMES is a JSON file of
// properties to rename.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { transform } from "esbuild";

const [folder = ".", list = ""] = process.argv.slice(2);
/** @type {Record<string, string>} */
const names = JSON.parse(readFileSync(list, "utf8"));
const renamed = Object.keys(names);

for (const path of readdirSync(folder, { encoding: "utf8", recursive: true })) {
  const kind = extname(path).slice(1);
  if (kind !== "js" && kind !== "css") continue;
  const file = join(folder, path);
  const { code } = await transform(readFileSync(file, "utf8"), {
    loader: kind,
    minify: true,
    charset: "utf8",
    legalComments: "none",
    ...(kind === "js" && renamed.length > 0 ? { mangleProps: new RegExp(`^(?:${renamed.join("|")})$`), mangleCache: names } : {}),
  });
  writeFileSync(file, code);
}
