/**
 * What the helper for replacements knows beyond the partnership file, and what Python answers.
 *
 * @typedef {import("../types.js").Participant} Participant
 * @typedef {import("../types.js").Status} Status
 *
 * @typedef {{ person?: Participant, last_day?: string | null, cause?: string | null,
 *   own_cause?: string | null, post?: string | null, travels?: string[] | null, done?: Done | null }} Draft
 *   `travels`: places of visits; `done`: the new person is in the team
 * @typedef {{ left: string, joined: string, letter: Record<string, Piece[]> }} Done
 * @typedef {[text: string, blank: boolean]} Piece
 *
 * @typedef {{ rule: string, partner: string | null, participant: number | null, visit: number | null,
 *   who: string, strength: import("../types.js").Strength, direction: "worse" | "other" | "better",
 *   before: Status, after: Status, title: string, message: string, advice: string,
 *   source: import("../types.js").Source }} Change
 * @typedef {{ format: "replacement/1", language: string, before: Status, after: Status, changes: Change[],
 *   unchanged: number, elsewhere: string[], letter: Record<string, Piece[]>, entry: number,
 *   document: import("../types.js").Partnership }} Trial
 * @typedef {Trial | import("../types.js").Faults} Answer
 */

export {};
