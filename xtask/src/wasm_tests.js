// Runs every `#[wasm_bindgen_test]` of one test module and posts what came of it.

const output = document.getElementById("output");
const shown = document.getElementById("console");

async function report(result) {
  await fetch("report", { method: "POST", body: JSON.stringify({ output: output.textContent, ...result }) });
}

// wasm-bindgen-test reads the console through these, to show a failed test's lines beside it.
function captureConsole(module) {
  for (const method of ["debug", "log", "info", "warn", "error"]) {
    console[method] = (...words) => {
      shown.append(`${words.map(String).join(" ")}\n`);
      module[`__wbgtest_console_${method}`](words);
    };
  }
}

async function main() {
  globalThis.__wbg_test_invoke = (run) => run();
  const module = await import("./tests.js");
  const wasm = await module.default({ module_or_path: "./tests_bg.wasm" });
  const tests = Object.keys(wasm).filter((name) => name.startsWith("__wbgt_") && name.includes("::"));
  if (tests.length === 0) {
    return { passed: true, tests: 0 };
  }
  captureConsole(module);
  const context = new module.WasmBindgenTestContext(false);
  context.include_ignored(false);
  context.filtered_count(0);
  const passed = await context.run(tests.map((name) => wasm[name]));
  return { passed, tests: tests.length };
}

const beat = setInterval(() => report({ done: false }), 1000);
let result;
try {
  result = await main();
} catch (error) {
  output.append(`\n${error?.stack ?? error}\n`);
  result = { passed: false, tests: 0 };
}
clearInterval(beat);
await report({ done: true, ...result });
