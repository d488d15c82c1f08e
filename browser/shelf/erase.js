/** Counts and removes everything that the guide keeps on this device. */

import { deleteDB, openDB } from "idb";
import { SITE } from "../site.js";
import { NAME, STORE } from "./database.js";
import { Channel } from "./news.js";

/** @typedef {{ partnerships: number, lines: number, files: number }} Inventory what lies in the database, in the
 *   small storages, and among files kept for later */

const OURS = "partnership-guide";
/** So long other tabs have to let go of the database, in milliseconds. */
const PATIENCE = 5_000;
/** Between two looks whether something has come back, in milliseconds; so often it must not have, of so many. */
const PAUSE = 200;
const EMPTY_LOOKS = 3;
const MOST_LOOKS = 25;

/** @returns {Promise<Inventory>} */
export async function inventory() {
  const [partnerships, names, workers] = await Promise.all([countKept(), ourCaches(), ourWorkers()]);
  const lines = storages().flatMap(keysOf).length;
  const files = await Promise.all(names.map(filesIn));
  return { partnerships, lines, files: files.reduce((sum, count) => sum + count, workers.length) };
}

/** Remove everything, in every open tab. @returns {Promise<void>} */
export async function eraseAll() {
  const channel = new Channel();
  channel.tell({ type: "erased" });
  for (const storage of storages()) for (const key of keysOf(storage)) storage.removeItem(key);
  await removeCaches();
  if (await exists()) await removed();
  // Whoever kept something between the first word and the removal hears it again.
  channel.tell({ type: "erased" });
  channel.close();
  for (const storage of storages()) for (const key of keysOf(storage)) storage.removeItem(key);
  await untilNothingComesBack();
}

/** A busy tab may hear late that everything is erased, and keep what it was about to keep. */
async function untilNothingComesBack() {
  for (let looks = 0, empty = 0; looks < MOST_LOOKS && empty < EMPTY_LOOKS; looks += 1) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    const isEmpty = (await ourCaches()).length === 0 && (await ourWorkers()).length === 0;
    empty = isEmpty ? empty + 1 : 0;
    if (!isEmpty) await removeCaches();
  }
}

async function removed() {
  await Promise.race([
    deleteDB(NAME),
    new Promise((_, reject) => setTimeout(() => reject(new Error("another tab holds on")), PATIENCE)),
  ]);
}

async function countKept() {
  if (!(await exists())) return 0;
  try {
    const database = await openDB(NAME);
    const count = database.objectStoreNames.contains(STORE) ? await database.count(STORE) : 0;
    database.close();
    return count;
  } catch {
    // It is there, and cannot be looked into.
    return 1;
  }
}

/** To open a database that is not there would make it. */
async function exists() {
  try {
    // Not every browser has a list of them.
    if (!indexedDB.databases) return await opens();
    return (await indexedDB.databases()).some(({ name }) => name === NAME);
  } catch {
    // Where it is forbidden there is none to see.
    return false;
  }
}

/** Is there a database to open? One that is about to be made is not. */
async function opens() {
  try {
    const database = await openDB(NAME, undefined, {
      upgrade: (_database, _before, _next, transaction) => {
        transaction.done.catch(() => {});
        transaction.abort();
      },
    });
    database.close();
    return true;
  } catch (error) {
    // A spoilt one is there too.
    return error instanceof Error && !["AbortError", "SecurityError"].includes(error.name);
  }
}

/** @returns {Storage[]} those that the browser lets us see */
function storages() {
  return [() => localStorage, () => sessionStorage].flatMap((storage) => {
    try {
      return storage();
    } catch {
      return [];
    }
  });
}

/** @param {Storage} storage */
function keysOf(storage) {
  return Object.keys(storage).filter((key) => key.startsWith(`${OURS}:`));
}

/** @returns {Promise<string[]>} */
async function ourCaches() {
  const names = "caches" in self ? await caches.keys().catch(() => []) : [];
  return names.filter((name) => name.startsWith(OURS));
}

/** @param {string} name */
async function filesIn(name) {
  const cache = await caches.open(name);
  const { length } = await cache.keys();
  // The name alone is something that is kept.
  return length || 1;
}

/**
 * Remove the copies for use without a network, and what serves them. No tab brings them back before its reader
 * turns to Python again.
 *
 * @returns {Promise<void>}
 */
export async function removeCopies() {
  const channel = new Channel();
  channel.tell({ type: "removed" });
  channel.close();
  await removeCaches();
  await untilNothingComesBack();
}

async function removeCaches() {
  await Promise.all((await ourWorkers()).map((worker) => worker.unregister()));
  await Promise.all((await ourCaches()).map((name) => caches.delete(name)));
}

/** The site's own worker: other sites may share its host. @returns {Promise<readonly ServiceWorkerRegistration[]>} */
async function ourWorkers() {
  const all = await Promise.resolve(navigator.serviceWorker?.getRegistrations()).catch(() => []);
  return (all ?? []).filter(({ scope }) => scope.startsWith(SITE));
}
