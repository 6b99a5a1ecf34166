// Brings what scripts of a folder import from npm packages into them, in place: node bundle.mjs FOLDER.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const [folder = "."] = process.argv.slice(2);

for (const path of readdirSync(folder, { encoding: "utf8", recursive: true })) {
  const file = join(folder, path);
  // packages are imported by bare names, the folder's own files by paths
  if (!path.endsWith(".js") || !/^import .* from "[\w@]/m.test(readFileSync(file, "utf8"))) continue;
  await build({
    entryPoints: [file],
    outfile: file,
    allowOverwrite: true,
    bundle: true,
    format: "esm",
    target: "es2022",
    nodePaths: [join(import.meta.dirname, "../../node_modules")],
    logLevel: "warning",
  });
}
