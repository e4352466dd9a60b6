// Prints, as JSON, the files of the standard library that Pyodide loads to import modules: node imported.mjs ARCHIVE MODULE...
// ARCHIVE is a zip of Python sources beside the library.
import { readFileSync } from "node:fs";
import { loadPyodide } from "pyodide";

const [archive, ...modules] = process.argv.slice(2);
const python = await loadPyodide({
  env: { PYTHONPATH: "/archive.zip" },
  fsInit: async (files) => files.writeFile("/archive.zip", readFileSync(archive)),
});
python.globals.set("modules", python.toPy(modules));
console.log(python.runPython(`
import importlib, json, sys
for name in modules:
    importlib.import_module(name)
files = [getattr(module, "__file__", None) or "" for module in list(sys.modules.values())]
library = next(path for path in sys.path if path.startswith("/lib/") and path.endswith(".zip"))
json.dumps(sorted({file[len(library) + 1:] for file in files if file.startswith(library + "/")}))
`));
