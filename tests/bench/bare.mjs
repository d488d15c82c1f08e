// Pyodide as published, nothing else.
import { loadPyodide } from "./pyodide/pyodide.mjs";

await loadPyodide();
postMessage("loaded");
