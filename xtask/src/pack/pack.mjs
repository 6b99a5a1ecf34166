// Fills `dist/` from what was built: node pack.mjs ROOT DIST.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Assets } from "./assets.mjs";
import { compress } from "./compress.mjs";
import { extensions } from "./extension.mjs";
import { offline } from "./offline.mjs";
import { oneFile } from "./one_file.mjs";
import { bundled } from "./page.mjs";

const [root = ".", dist = "dist"] = process.argv.slice(2);
const assets = new Assets(dist);

/** @param {string} text @param {RegExp} pattern a file of `root` is what it finds first */
async function named(text, pattern) {
  let whole = text;
  for (const [found, file] of text.matchAll(pattern)) {
    whole = whole.replaceAll(found, found.replace(file, await assets.of(join(root, file))));
  }
  return whole;
}

const REFERENCE = /(?:href|src)="((?:www|pkg)\/[^"]+)"/g;

const page = (await named(bundled(readFileSync(join(root, "index.html"), "utf8")), REFERENCE)).replace("</head>", '<link rel="serviceworker" href="sw.js">\n</head>');
writeFileSync(join(dist, "index.html"), page);
writeFileSync(join(dist, "embed.js"), await assets.bundle(join(root, "www/embed/embed.js"), {}, "."));
writeFileSync(join(dist, "embed.d.ts"), readFileSync(join(root, "www/embed/embed.d.ts")));
writeFileSync(join(dist, "bookmark.html"), await named(readFileSync(join(root, "bookmark.html"), "utf8"), REFERENCE));

const manifest = readFileSync(join(root, "postil.webmanifest"), "utf8");
writeFileSync(join(dist, "postil.webmanifest"), await named(manifest, /"src": "(www\/[^"]+)"/g));

// GitHub Pages leaves nothing out then; Netlify and Cloudflare Pages read the headers
writeFileSync(join(dist, ".nojekyll"), "");
writeFileSync(join(dist, "_headers"), readFileSync(join(root, "xtask/src/pack/_headers")));

await offline(assets, join(root, "www/service-worker.js"));
await compress(dist);

// after the folder's own files are complete: neither is part of what a host sends page by page
const { version } = JSON.parse(readFileSync(join(root, "pkg/package.json"), "utf8"));
await oneFile(assets, root);
await extensions(assets, root, version);
