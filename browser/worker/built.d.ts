// What `release/runtime.py` makes before the scripts are joined.

/** A file of the runtime: its name, its bytes on the line and unpacked, the hash of what is on the line. */
interface Packed {
  file: string;
  bytes: number;
  size: number;
  sha256: string;
}

declare module "@built/runtime" {
  const runtime: {
    pyodide: string;
    /** What every check needs. */
    parts: { module: Packed; library: Packed; checks: Packed };
    /** The rest of Python's library, for what is loaded later. */
    rest: Packed;
    /** Packages that only some requests need, by the file name that the lock gives them. */
    packages: Record<string, Packed>;
    lock: import("pyodide").Lockfile;
  };
  export default runtime;
  export const parts: typeof runtime.parts;
}

declare module "@built/pyodide" {
  /** Pyodide's module, as Emscripten makes it. */
  const createPyodideModule: import("pyodide").PyodideConfig["createPyodideModule"];
  export default createPyodideModule;
}

declare module "@built/worker" {
  /** The worker's script, packed by gzip. */
  const worker: Packed;
  export default worker;
}

declare module "@built/unpacker" {
  const unpacker: { script: string };
  export default unpacker;
}
