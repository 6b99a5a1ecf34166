// Times `analyze` on the pages beside this script and posts each run's milliseconds.
import init, { analyze, load } from "./analysis.js";

/** Runs are repeated for this long for each input, in milliseconds, after a first one, which meets every word for the first time. */
const LONG_ENOUGH = 3000;

/** And at least this often. */
const OFTEN_ENOUGH = 5;

async function report(result) {
  await fetch("report", { method: "POST", body: JSON.stringify(result) });
}

function time(html) {
  const begun = performance.now();
  const analysis = analyze({ html });
  return { took: performance.now() - begun, quotes: analysis.quotes.length };
}

async function main() {
  await init();
  await load();
  const rows = [];
  for (const name of await (await fetch("inputs.json")).json()) {
    const html = await (await fetch(name)).text();
    const { took: first, quotes } = time(html);
    const times = [];
    const begun = performance.now();
    while (times.length < OFTEN_ENOUGH || performance.now() - begun < LONG_ENOUGH) {
      times.push(time(html).took);
    }
    rows.push({ name, quotes, first, times });
    await report({ done: false, output: name });
  }
  return rows;
}

try {
  await report({ done: true, rows: await main() });
} catch (error) {
  await report({ done: true, rows: [], output: String(error?.stack ?? error) });
}
