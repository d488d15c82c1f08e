/**
 * The shapes of Python's help with a team.
 *
 * @typedef {{ op: "add" | "change" | "remove", participant: number | import("../types.js").Participant,
 *   set?: import("../types.js").Participant, why: string[], text: string, instead: Step[] }} Step
 * @typedef {{ text: string, status: "met" | "unmet", means: string, steps: Step[] }} Reading
 * @typedef {{ rule: string, partner: string | null, title: string,
 *   strength: import("../types.js").Strength, page: string, safe: "strict", limit: boolean,
 *   strict: Reading, generous: Reading }} Readings
 * @typedef {{ format: "aid/1", team: number, steps: Step[] | null, limit: boolean,
 *   readings: Readings[] }} Answer
 */

export {};
