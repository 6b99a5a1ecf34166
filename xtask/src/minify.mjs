// Makes the JavaScript and CSS files of a folder small, in place: node minify.mjs FOLDER.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { transform } from "esbuild";

const [folder = "."] = process.argv.slice(2);

for (const path of readdirSync(folder, { encoding: "utf8", recursive: true })) {
  const kind = extname(path).slice(1);
  if (kind !== "js" && kind !== "css") continue;
  const file = join(folder, path);
  const { code } = await transform(readFileSync(file, "utf8"), {
    loader: kind,
    minify: true,
    charset: "utf8",
    legalComments: "none",
  });
  writeFileSync(file, code);
}
