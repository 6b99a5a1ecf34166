// `extension-chromium/` and `extension-firefox/`: the page as an extension, all its code in it.
import { cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { alone } from "./page.mjs";

/** What only the folder on a server needs: its main scripts, and the icons of an app. */
const LEFT_OUT = /^(?:main|bookmark|anchor|frame)-\w+\.js$|^anchor_|\.png$/;

/** What each browser's manifest says besides. @type {Record<string, object>} */
const BROWSERS = {
  chromium: {
    background: { service_worker: "background.js" },
    incognito: "split",
    minimum_chrome_version: "123",
  },
  firefox: {
    background: { scripts: ["background.js"] },
    browser_specific_settings: {
      gecko: { id: "postil@postil.invalid", strict_min_version: "142.0", data_collection_permissions: { required: ["none"] } },
    },
  },
};

/** @param {import("./assets.mjs").Assets} assets @param {string} root @param {string} version */
export async function extensions(assets, root, version) {
  const read = (/** @type {string} */ path) => readFileSync(join(root, path), "utf8");
  const manifest = JSON.parse(read("www/extension/manifest.json"));
  const background = await assets.bundle(join(root, "www/extension/background.js"));
  // its own main script; everything else is what the folder has
  const main = await assets.bundle(join(root, "www/extension/main.js"));
  const files = readdirSync(join(assets.dist, "assets")).filter((name) => !/\.(?:br|gz)$/.test(name) && !LEFT_OUT.test(name));
  // put into pages as a plain script
  const content = await assets.bundle(join(root, "www/extension/content.js"), { format: "iife" }, ".");
  const beside = (/** @type {string} */ path) => assets.of(join(root, path));

  let page = alone(read("index.html"), "index.html").replace(/<meta http-equiv="Content-Security-Policy"[^>]*>\n/, "");
  for (const [, path = ""] of page.matchAll(/href="(www\/[^"]+)"/g)) page = page.replace(path, await beside(path));
  page = page.replace("www/main.js", "assets/main.js");

  for (const [browser, more] of Object.entries(BROWSERS)) {
    const folder = join(assets.dist, `extension-${browser}`);
    mkdirSync(join(folder, "assets"), { recursive: true });
    mkdirSync(join(folder, "icons"));
    for (const name of files) cpSync(join(assets.dist, "assets", name), join(folder, "assets", name));
    for (const icon of Object.values(manifest.icons)) cpSync(join(root, "www", icon), join(folder, icon));
    writeFileSync(join(folder, "assets/main.js"), main);
    writeFileSync(join(folder, "background.js"), background);
    writeFileSync(join(folder, "content.js"), content);
    writeFileSync(join(folder, "index.html"), page);
    writeFileSync(join(folder, "PRIVACY.md"), read("www/extension/PRIVACY.md"));
    writeFileSync(join(folder, "manifest.json"), JSON.stringify({ ...manifest, version, ...more }, undefined, 2));
  }
}
