/** A team's findings sorted by whom they are about, once a report: a large team is asked about each of its people. */

/** @typedef {import("./types.js").TeamReport} TeamReport */
/** @typedef {import("./types.js").Finding} Finding */
/**
 * @typedef {{ people: Map<number, Finding[]>, others: Finding[], asked: Set<string> }} Index `people` by their place in
 *   the team, `others` about nobody alone, `asked` the rules that are asked of every person
 */

/** @type {WeakMap<TeamReport, Index>} */
const known = new WeakMap();

/**
 * Return the findings about one person.
 *
 * @param {TeamReport | null} report
 * @param {number} index
 * @returns {Finding[]}
 */
export function findingsOn(report, index) {
  return (report && indexed(report).people.get(index)) ?? [];
}

/**
 * Return the findings about nobody alone: the team, its partners, visits.
 *
 * @param {TeamReport | null} report
 * @returns {Finding[]}
 */
export function findingsOnOthers(report) {
  return report ? indexed(report).others : [];
}

/**
 * Is this the summary of a rule that is asked of every person? Then the people's own findings say it.
 *
 * @param {TeamReport | null} report
 * @param {Finding} finding
 */
export function repeatsPeople(report, { rule, participant }) {
  return participant === null && report !== null && indexed(report).asked.has(rule);
}

/**
 * @param {TeamReport} report
 * @returns {Index}
 */
function indexed(report) {
  const before = known.get(report);
  if (before) return before;
  /** @type {Index} */
  const index = { people: new Map(), others: [], asked: new Set() };
  for (const finding of report.findings) {
    const { participant, rule } = finding;
    if (participant === null) index.others.push(finding);
    else {
      index.asked.add(rule);
      const own = index.people.get(participant);
      if (own) own.push(finding);
      else index.people.set(participant, [finding]);
    }
  }
  known.set(report, index);
  return index;
}
