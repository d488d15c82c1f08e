/** Which partnership lies on the desk: each tab has its own, and a new tab begins with the last one used. */

const KEY = "partnership-guide:open";

/** @returns {string[]} the ids to try, the likeliest first */
export function lastOpen() {
  return [() => sessionStorage, () => localStorage].flatMap((storage) => {
    try {
      return storage().getItem(KEY) ?? [];
    } catch {
      return [];
    }
  });
}

/** @param {string} id */
export function rememberOpen(id) {
  for (const storage of [() => sessionStorage, () => localStorage])
    try {
      storage().setItem(KEY, id);
    } catch {
      // Then the page begins with what was changed last.
    }
}

/** Forget it in this tab; what all tabs share is forgotten by whoever erases. */
export function forgetPlace() {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Then nothing was kept.
  }
}
