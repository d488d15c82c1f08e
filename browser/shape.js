/** Is a value something the form can show? Python says what else is right or wrong in it. */

import { FORMAT } from "./document.js";

/** @typedef {(value: unknown) => boolean} Test */

const record = (/** @type {unknown} */ value) =>
  typeof value === "object" && value !== null && !Array.isArray(value);
/** @type {Test} */
const text = (value) => typeof value === "string";
/** @type {Test} */
const truth = (value) => typeof value === "boolean";
const maybe = (/** @type {Test} */ test) => (/** @type {unknown} */ value) => value == null || test(value);
const list = (/** @type {Test} */ test) => (/** @type {unknown} */ value) =>
  Array.isArray(value) && value.every(test);
const object = (/** @type {Record<string, Test>} */ fields) => (/** @type {unknown} */ value) =>
  record(value) &&
  Object.entries(fields).every(([name, test]) => test(Reflect.get(/** @type {object} */ (value), name)));

/** @type {Test} */
const answers = (value) =>
  record(value) &&
  Object.values(/** @type {object} */ (value)).every(maybe((one) => truth(one) || list(text)(one)));

const participant = object({
  name: maybe(text),
  partner: maybe(text),
  capacity: maybe(text),
  side: maybe(text),
  leading: maybe(truth),
  employed: maybe(truth),
  roles: maybe(list(text)),
  gender: maybe(text),
  reason: maybe(text),
  code_of_conduct: maybe(truth),
  approved: maybe(truth),
});

const item = object({
  day: maybe(text),
  start: maybe(text),
  end: maybe(text),
  what: maybe(text),
  where: maybe(text),
  reflection: maybe(truth),
});

const plan = object({
  learn: maybe(text),
  skills: maybe(text),
  methods: maybe(text),
  challenges: maybe(text),
  reflection: maybe(text),
  home: maybe(text),
  programme: maybe(list(item)),
});

const visit = object({
  country: maybe(text),
  start: maybe(text),
  end: maybe(text),
  travellers: maybe(list(text)),
  methods: maybe(list(text)),
  answers: maybe(answers),
  plan: maybe(plan),
});

const replacement = object({ leaves: maybe(text), joins: maybe(text), answers: maybe(answers) });

const team = object({
  component: text,
  application: maybe(text),
  start: maybe(text),
  end: maybe(text),
  answers: maybe(answers),
  participants: maybe(list(participant)),
  visits: maybe(list(visit)),
  replacements: maybe(list(replacement)),
});

const partner = object({
  id: text,
  name: maybe(text),
  country: maybe(text),
  elected_opposition: maybe(truth),
});

/** @type {Test} */
const letter = (value) =>
  record(value) &&
  Object.values(/** @type {object} */ (value)).every(
    list((piece) => Array.isArray(piece) && text(piece[0]) && truth(piece[1])),
  );

const draft = object({
  person: maybe(participant),
  last_day: maybe(text),
  cause: maybe(text),
  own_cause: maybe(text),
  post: maybe(text),
  travels: maybe(list(text)),
  done: maybe(object({ left: text, joined: text, letter })),
});

const partnership = object({
  format: (value) => value === FORMAT,
  partners: list(partner),
  teams: list(team),
});

/**
 * Is this a partnership file of the format that the form edits?
 *
 * @param {unknown} value
 * @returns {value is import("./types.js").Partnership}
 */
export function isPartnership(value) {
  return partnership(value);
}

/**
 * Is this what a replacement's card shows of a draft?
 *
 * @param {unknown} value
 * @returns {value is import("./replace/types.js").Draft}
 */
export function isDraft(value) {
  return draft(value);
}
