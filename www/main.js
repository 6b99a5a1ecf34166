// Starts Postil: loads the page's WebAssembly module, which does everything else.
import init, { start } from "../pkg/page.js";

try {
  await init();
  await start();
} catch (error) {
  const why = document.querySelector("#boot .why");
  if (why) why.textContent = `The browser says: ${error instanceof Error ? error.message : String(error)}`;
  throw error;
}
