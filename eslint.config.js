// What the JavaScript of the shell and of the end-to-end tests is held to.
import js from "@eslint/js";
import globals from "globals";

// Page text is untrusted: it enters the document as text, never as markup.
const markup = ["innerHTML", "outerHTML", "insertAdjacentHTML", "setHTMLUnsafe", "write", "writeln"].map((property) => ({
  property,
  message: "Put text in as text; clone markup from a <template>.",
}));

export default [
  { ignores: ["target/", "dist/", "pkg/", "node_modules/", "tests/e2e/output/"] },
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      eqeqeq: "error",
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-var": "error",
      "prefer-const": "error",
    },
  },
  {
    files: ["www/**/*.js", "crates/**/*.js", "xtask/**/*.js"],
    languageOptions: { globals: globals.browser },
    rules: { "no-restricted-properties": ["error", ...markup] },
  },
  { files: ["www/*worker.js"], languageOptions: { globals: globals.worker } },
  // End-to-end tests run in Node, and hand functions over to the page.
  { files: ["tests/e2e/**/*.mjs"], languageOptions: { globals: { ...globals.node, ...globals.browser } } },
  { files: ["*.js", "xtask/**/*.mjs", "benches/**/*.mjs"], languageOptions: { globals: globals.node } },
];
