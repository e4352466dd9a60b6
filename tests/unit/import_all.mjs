// Starts Pyodide under Node on a trimmed library and imports modules: node import_all.mjs LIBRARY BUNDLE MODULE...
// Prints, as JSON, each module and what went wrong with it, or null.
import { readFileSync } from "node:fs";
import { loadPyodide } from "pyodide";

const [library, bundle, ...modules] = process.argv.slice(2);
const python = await loadPyodide({
  stdLibURL: library,
  args: ["-S"],
  fsInit: async (files) => files.writeFile("/measures.bundle", readFileSync(bundle)),
});
const told = {};
for (const name of modules) {
  try {
    python.pyimport(name);
    told[name] = null;
  } catch (error) {
    told[name] = String(error);
  }
}
console.log(JSON.stringify(told));
