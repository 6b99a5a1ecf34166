// Does what `plan.json` says, once, and posts what it took: analyses by two builds in turns, by the core alone, or an article pasted
// into a reader's page.

/** For how long an input is timed again and again with each build, in milliseconds, and how often at least. */
const LONG_ENOUGH = 4000;
const OFTEN_ENOUGH = 5;

const report = (result) => fetch("report", { method: "POST", body: JSON.stringify(result) });

function timed(task) {
  const begun = performance.now();
  task();
  return performance.now() - begun;
}

/** Times of each of `tasks`, in turns, now one first and now the other; what a first run compiles and meets is not counted. */
function inTurns(tasks) {
  const names = Object.keys(tasks);
  for (const name of names) tasks[name]();
  const times = Object.fromEntries(names.map((name) => [name, []]));
  const begun = performance.now();
  for (let round = 0; round < OFTEN_ENOUGH || performance.now() - begun < LONG_ENOUGH * names.length; round += 1) {
    names.reverse();
    for (const name of names) times[name].push(timed(tasks[name]));
  }
  return times;
}

async function builds(modules, html) {
  const tasks = {};
  for (const [at, name] of ["this", "other"].entries()) {
    const { default: init, load, analyze } = await import(modules[at]);
    await init();
    await load();
    tasks[name] = () => analyze({ html });
  }
  return { times: inTurns(tasks) };
}

async function core(html) {
  const { default: init, load, Parsed } = await import("./core/snapshot.js");
  await init();
  load(new Uint8Array(await (await fetch("./this/pkg/postil.model")).arrayBuffer()));
  const parsed = new Parsed(html);
  return { times: inTurns({ core: () => parsed.quotes() }) };
}

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function painted(site, html) {
  const frame = document.createElement("iframe");
  Object.assign(frame, { src: site, width: 1280, height: 800 });
  document.documentElement.append(frame);
  // rather than "load": that waits for the style of print, too
  const headline = () => frame.contentDocument?.querySelector(".sheet h1")?.textContent;
  while (!headline()) await pause(5);
  const page = frame.contentDocument;
  await pause(1000);
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/html", html);
  const begun = performance.now();
  const shown = new Promise((resolve) => {
    const watch = () => headline() === "Bridge vote divides the valley" && resolve();
    new MutationObserver(watch).observe(page.body, { childList: true, subtree: true });
  });
  page.body.dispatchEvent(new frame.contentWindow.ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  await shown;
  await new Promise((resolve) => frame.contentWindow.requestAnimationFrame(() => setTimeout(resolve)));
  return { painted: performance.now() - begun };
}

try {
  const plan = await (await fetch("plan.json")).json();
  const html = await (await fetch(plan.input)).text();
  const result = plan.modules ? builds(plan.modules, html) : plan.core ? core(html) : painted(plan.site, html);
  await report({ done: true, ...(await result) });
} catch (error) {
  await report({ done: true, output: String(error?.stack ?? error) });
}
