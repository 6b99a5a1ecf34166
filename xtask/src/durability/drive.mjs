// Kills Chromium while the page writes: node drive.mjs FOLDER CHROMIUM TIMES, where FOLDER is the built page. Fails when anything is lost.
import { killAtRandom } from "../../../tests/e2e/kill.mjs";

const [folder = ".", program = "", times = "200"] = process.argv.slice(2);
const started = Date.now();
const { said, kept, lost, corrupt } = await killAtRandom({ folder, program, times: Number(times), tell: console.log });
const minutes = ((Date.now() - started) / 60_000).toFixed(1);
console.log(`killed ${times} times in ${minutes} minutes: ${said} passages said to be kept, ${lost.length} of them lost; ${kept} kept, ${corrupt.length} corrupt`);
for (const words of [...lost, ...corrupt]) console.error(words);
if (lost.length + corrupt.length > 0) process.exitCode = 1;
