/** A partnership without what tells who its people are. What the rules ask about stays, so the verdict does. */

/** @typedef {import("../types.js").Partnership} Partnership */
/** @typedef {import("../types.js").Team} Team */
/** @typedef {import("../types.js").Visit} Visit */
/** @typedef {import("../types.js").Plan} Plan */

/**
 * Return the document with every name as a number, the same one wherever the same name stands, and a word
 * in place of what was written freely: it may tell of people.
 *
 * @param {Partnership} partnership
 * @param {(number: number) => string} numbered what the person with a number is called
 * @param {string} leftOut the word
 * @returns {Partnership}
 */
export function withoutNames(partnership, numbered, leftOut) {
  const numbers = new Map([...namesIn(partnership)].map((name, place) => [name, numbered(place + 1)]));
  const called = (/** @type {string | null | undefined} */ name) => (name && numbers.get(name)) || null;
  // A text of spaces alone is an answer, a missing one is none.
  const hidden = (/** @type {string | null | undefined} */ text) => (text?.trim() ? leftOut : (text ?? null));
  const teams = partnership.teams.map((team) => ({
    ...team,
    participants:
      team.participants?.map((person) => ({
        ...person,
        name: called(person.name),
        reason: hidden(person.reason),
      })) ?? null,
    visits:
      team.visits?.map((visit) => ({
        ...visit,
        travellers: visit.travellers?.map((name) => called(name) ?? name) ?? null,
        plan: visit.plan ? planWithout(visit.plan, hidden) : null,
      })) ?? null,
    replacements:
      team.replacements?.map((one) => ({ ...one, leaves: called(one.leaves), joins: called(one.joins) })) ??
      null,
  }));
  return { ...partnership, teams };
}

/**
 * Every name in the document once, the participants of its first team first.
 *
 * @param {Partnership} partnership
 */
function namesIn({ teams }) {
  const people = teams.flatMap(({ participants }) => (participants ?? []).map(({ name }) => name));
  const others = teams.flatMap(({ visits, replacements }) => [
    ...(visits ?? []).flatMap(({ travellers }) => travellers ?? []),
    ...(replacements ?? []).flatMap(({ leaves, joins }) => [leaves, joins]),
  ]);
  return new Set([...people, ...others].flatMap((name) => (name ? [name] : [])));
}

/**
 * @param {Plan} plan
 * @param {(text: string | null | undefined) => string | null} hidden
 * @returns {Plan}
 */
function planWithout({ programme, ...texts }, hidden) {
  const written = Object.entries(texts).map(([name, text]) => [name, hidden(text)]);
  const items = programme?.map((item) => ({ ...item, what: hidden(item.what), where: hidden(item.where) }));
  return { ...Object.fromEntries(written), programme: items ?? null };
}
