/** From a proposal that somebody has confirmed to the people who join. Pure. */

import { joined, newPerson } from "../document/people.js";

/** @typedef {import("../types.js").Guess} Guess */
/** @typedef {import("../types.js").Partnership} Partnership */
/** @typedef {import("../types.js").Participant} Participant */

/** Instead of a partner's id: from outside, or a partner that is not entered yet. */
export const OUTSIDE = "outside";
export const NEW = "new";

/**
 * Where each group of people in a list belongs: by what the list calls the partner, and under "" those of whom it
 * says nothing.
 *
 * @typedef {Map<string, string>} Homes
 */

/**
 * Return a first choice of where the people belong: a partner without a name may be the one that is meant.
 *
 * @param {Guess} guess
 * @param {Partnership} partnership
 * @param {Homes} before what was chosen already
 * @returns {Homes}
 */
export function homesOf(guess, { partners }, before) {
  const nameless = partners.filter(({ name }) => !name).map(({ id }) => id);
  /** @type {Homes} */
  const homes = new Map();
  for (const { said, id, external } of guess.partners)
    homes.set(said, before.get(said) ?? id ?? (external ? OUTSIDE : (nameless.shift() ?? NEW)));
  homes.set("", before.get("") ?? partners[0]?.id ?? OUTSIDE);
  return homes;
}

/**
 * Return the places of the people of whom the list does not say where they come from.
 *
 * @param {Guess} guess
 */
export function homeless({ people, partners }) {
  const placed = new Set(partners.flatMap((one) => one.people));
  return people.flatMap((_, place) => (placed.has(place) ? [] : [place]));
}

/**
 * Return the document with the people in a team, with the partners that they bring, and with the names that the
 * list gives to partners that had none.
 *
 * @param {Partnership} partnership
 * @param {number} team
 * @param {Guess} guess
 * @param {Homes} homes
 * @returns {Partnership}
 */
export function confirmed(partnership, team, guess, homes) {
  const { partners, ids } = settled(partnership, guess, homes);
  /** @type {Map<number, string | null>} */
  const from = new Map(
    guess.partners.flatMap(({ said, people }) => people.map((place) => [place, ids(said)])),
  );
  const people = guess.people.map((person, place) => ({
    ...newPerson(null),
    ...person,
    partner: from.has(place) ? (from.get(place) ?? null) : ids(""),
  }));
  return joined({ ...partnership, partners }, team, people);
}

/**
 * @param {Partnership} partnership
 * @param {Guess} guess
 * @param {Homes} homes
 */
function settled({ partners: entered }, guess, homes) {
  let partners = entered;
  /** @type {Map<string, string>} */
  const made = new Map();
  for (const { said } of guess.partners) {
    const home = homes.get(said);
    if (home === NEW) {
      const id = freeId(partners);
      made.set(said, id);
      partners = [...partners, { id, name: said, country: null, elected_opposition: null }];
    } else partners = partners.map((one) => (one.id === home && !one.name ? { ...one, name: said } : one));
  }
  const ids = (/** @type {string} */ said) => {
    const home = made.get(said) ?? homes.get(said) ?? OUTSIDE;
    return home === OUTSIDE ? null : home;
  };
  return { partners, ids };
}

/** @param {import("../types.js").Partner[]} partners */
function freeId(partners) {
  let number = partners.length + 1;
  while (partners.some(({ id }) => id === `p${number}`)) number += 1;
  return `p${number}`;
}
