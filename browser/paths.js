/** Places in a partnership file: `["teams", 0, "start"]` here, `teams[0].start` where Python names them. */

/** @typedef {import("./types.js").Path} Path */

/**
 * Return a copy with one value changed; lists and objects on the way are copied, the rest is shared.
 *
 * @template T
 * @param {T} whole
 * @param {Path} path
 * @param {unknown} value
 * @returns {T}
 */
export function assign(whole, path, value) {
  const [step, ...rest] = path;
  if (step === undefined) return /** @type {T} */ (value);
  const copy = /** @type {object} */ (Array.isArray(whole) ? [...whole] : { ...whole });
  Reflect.set(copy, step, assign(Reflect.get(copy, step) ?? {}, rest, value));
  return /** @type {T} */ (copy);
}

/**
 * Return the value at a place, or undefined.
 *
 * @param {unknown} whole
 * @param {Path} path
 * @returns {unknown}
 */
export function at(whole, path) {
  return path.reduce(
    (value, step) => (typeof value === "object" && value !== null ? Reflect.get(value, step) : undefined),
    whole,
  );
}

/**
 * Return the place as the id of the element that shows it.
 *
 * @param {Path} path
 */
export function fieldId(path) {
  return `checker-${path.join("-").replaceAll(/[^\w-]/g, "-")}`;
}
