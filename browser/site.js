/** Where the site lies, and which release of its shared files this script is of. */

/** Scripts lie in `assets/<release>/checker/`. */
export const SITE = new URL("../../../", import.meta.url).href;
