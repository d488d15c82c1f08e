/** What tells the items of a document apart while their places shift. */

/** A symbol: JSON leaves it out. */
const KEY = Symbol("key");
let keys = 0;

/**
 * @template {object} T
 * @param {T} value
 * @returns {T}
 */
export function keyed(value) {
  return KEY in value ? value : { ...value, [KEY]: ++keys };
}

/**
 * Return what tells one item of a list from the others.
 *
 * @param {object} item
 * @returns {number}
 */
export function keyOf(item) {
  return Reflect.get(item, KEY) ?? 0;
}

/**
 * Return items with the keys that others of the same places have; where they are not as many, as they are.
 *
 * @template {object} T
 * @param {T[]} items
 * @param {T[]} before
 * @returns {T[]}
 */
export function alike(items, before) {
  if (items.length !== before.length) return items;
  return items.map((item, place) => {
    const key = keyOf(before[place] ?? {});
    return key ? { ...item, [KEY]: key } : keyed(item);
  });
}
