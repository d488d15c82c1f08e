/** What partnerships are called: by their own title, else by their partners. */

/** @typedef {import("../words.js").Say} Say */
/** @typedef {{ title: string | null, partnership: import("../types.js").Partnership }} Titled */

/**
 * @param {Titled} held
 * @param {Say} say
 */
export function titleOf({ title, partnership }, say) {
  const names = partnership.partners.flatMap(({ name }) => name?.trim() || []);
  return title?.trim() || names.join(" – ") || say("shelf.nameless");
}

/**
 * Return what to call a version that is kept beside the one of another tab.
 *
 * @param {Titled} held
 * @param {Say} say
 * @param {string} language
 */
export function apartTitle(held, say, language) {
  const time = new Date().toLocaleTimeString(language, { hour: "2-digit", minute: "2-digit" });
  return say("shelf.apart", { title: titleOf(held, say), time });
}
