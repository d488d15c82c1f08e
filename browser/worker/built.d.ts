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
  /** What of Emscripten's file system in memory is used. */
  export interface FileSystem {
    createDevice: { major: number };
    ErrnoError: new (number: number) => Error;
    makedev(major: number, minor: number): number;
    mkdev(path: string, device: number): void;
    mkdirTree(path: string): void;
    readFile(path: string, how: { encoding: "utf8" }): string;
    registerDevice(device: number, operations: Record<string, (...given: unknown[]) => unknown>): void;
    writeFile(path: string, content: Uint8Array | string): void;
  }
  /** A module in which Python runs. */
  export interface Module {
    ENV: Record<string, string>;
    FS: FileSystem;
    HEAPU8: Uint8Array<ArrayBuffer>;
    stringToNewUTF8(text: string): number;
    _free(address: number): void;
    _PyRun_SimpleString(address: number): number;
  }
  export interface Settings {
    API: object;
    noImageDecoding: boolean;
    noAudioDecoding: boolean;
    noWasmDecoding: boolean;
    arguments: string[];
    noInitialRun?: boolean;
    INITIAL_MEMORY?: number;
    print(line: string): void;
    printErr(line: string): void;
    preRun: ((module: Module) => void)[];
    instantiateWasm(
      imports: Record<string, WebAssembly.ModuleImports>,
      done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
    ): object;
  }
  /** Pyodide's module, as Emscripten makes it. */
  const createModule: (settings: Settings) => Promise<Module>;
  export default createModule;
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
