// Prints, as JSON, the files of a library that Pyodide loads to start and to import modules:
// node imported.mjs LIBRARY ARCHIVE MODULE... (LIBRARY is Python's, ARCHIVE a zip of sources beside it)
import { readFileSync } from "node:fs";
import { loadPyodide } from "pyodide";

const [library, archive, ...modules] = process.argv.slice(2);

async function loaded() {
  const python = await loadPyodide({
    stdLibURL: library,
    env: { PYTHONPATH: "/archive.zip" },
    fsInit: async (files) => files.writeFile("/archive.zip", readFileSync(archive)),
  });
  for (const name of modules) python.pyimport(name);
  const found = new Set();
  for (const module of python.pyimport("sys").modules.values()) found.add(String(module?.__file__ ?? ""));
  const base = /^\/lib\/python\d+\.zip\//;
  return [...found].filter((file) => base.test(file)).map((file) => file.replace(base, "")).sort();
}

// Only the error's own words: an uncaught one would print a megabyte of Pyodide's source line.
loaded().then((files) => console.log(JSON.stringify(files)), (error) => { console.error(String(error)); process.exitCode = 1; });
