/**
 * What Python answers about a partnership's time: `timeline/1`.
 *
 * @typedef {{ start: string, end: string, text: string }} Gap
 * @typedef {{ visit: number | null, field: "start" | "end", text: string }} Missing
 * @typedef {{ visit: number, country: string | null, start: string | null, end: string | null,
 *   text: string }} LaneVisit
 * @typedef {{ rule: string | null, visit: number | null, status: import("../types.js").Status,
 *   strength: import("../types.js").Strength, title: string, message: string, advice: string,
 *   source: import("../types.js").Source | null, gaps: Gap[] }} Remark
 * @typedef {{ team: number, component: string, name: string, application: string | null,
 *   start: string | null, end: string | null, text: string, missing: Missing[], visits: LaneVisit[],
 *   remarks: Remark[], words: string[] }} Lane
 * @typedef {{ format: "timeline/1", rulebook: string, language: string, start: string | null,
 *   end: string | null, teams: Lane[] }} Line
 */

export {};
