/** The browser's database of partnerships: opened when it is first needed, and again where it was closed. */

import { openDB } from "idb";

/**
 * @typedef {{ id: string, title: string | null, document: unknown, version: number, changed: string }} Entry a
 *   partnership as it is kept; `version` grows with every change, `changed` is the time of the last one
 * @typedef {import("idb").DBSchema & { partnerships: { key: string, value: Entry } }} Schema
 * @typedef {import("idb").IDBPDatabase<Schema>} Connection
 * @typedef {"refused" | "full" | "newer"} Trouble why the browser does not keep
 */

export const NAME = "partnership-guide:partnerships";
export const STORE = "partnerships";
const VERSION = 1;

export class Database {
  #emptied;
  /** @type {Promise<Connection> | null} */ #connection = null;

  /** @param {() => void} emptied called when someone removes the database */
  constructor(emptied) {
    this.#emptied = emptied;
  }

  /**
   * Do something in one transaction and return what it gives, when all of it is kept.
   *
   * @template T
   * @template {"readonly" | "readwrite"} M
   * @param {M} mode
   * @param {(store: import("idb").IDBPObjectStore<Schema, ["partnerships"], "partnerships", M>,
   *   commit: () => void) => Promise<T>} work `commit` is called once nothing more will be asked
   * @returns {Promise<T>}
   */
  async transact(mode, work) {
    const transaction = await this.#begin(mode).catch((error) => {
      // A connection that was closed under us is opened anew, once.
      if (error?.name !== "InvalidStateError") throw error;
      this.#connection = null;
      return this.#begin(mode);
    });
    // Whoever waits for the work hears of its failure there.
    transaction.done.catch(() => {});
    const result = await work(transaction.store, () => transaction.commit());
    await transaction.done;
    return result;
  }

  /**
   * @template {"readonly" | "readwrite"} M
   * @param {M} mode
   */
  async #begin(mode) {
    const connection = await this.#open();
    return connection.transaction(STORE, mode);
  }

  async #open() {
    this.#connection ??= this.#connect();
    try {
      return await this.#connection;
    } catch (error) {
      this.#connection = null;
      throw error;
    }
  }

  /** @returns {Promise<Connection>} */
  async #connect() {
    /** @type {Connection} */
    const connection = await openDB(NAME, VERSION, {
      upgrade: (opened) => {
        opened.createObjectStore(STORE, { keyPath: "id" });
      },
      // Another page removes the database or needs it in a newer form: it waits for us to let go.
      blocking: (_before, next) => {
        connection.close();
        this.#connection = null;
        if (next === null) this.#emptied();
      },
      terminated: () => {
        this.#connection = null;
      },
    });
    return connection;
  }
}

/**
 * Return what a failure means to the reader.
 *
 * @param {unknown} error
 * @returns {Trouble}
 */
export function troubleOf(error) {
  const name = error instanceof Error ? error.name : "";
  if (name === "QuotaExceededError") return "full";
  return name === "VersionError" ? "newer" : "refused";
}
