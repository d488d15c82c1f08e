/**
 * What crosses the page for the method chooser: its settings, the answers, Python's advice.
 *
 * @typedef {import("../types.js").Choice} Choice
 * @typedef {"fits" | "partly" | "no" | "open"} Judgement
 * @typedef {{ id: string, label: string, short: string, hint: string, choices: Choice[] }} Question
 * @typedef {{ language: string, root: string, mostPeople: number, words: Record<string, string>,
 *   questions: Question[], sources: Record<string, { name: string, href: string }> }} Settings
 * @typedef {{ format: "choice/1", time?: string | null, people?: number | null, goal?: string | null,
 *   direction?: string | null }} Answers
 * @typedef {{ question: string, judgement: Judgement, text: string, sources: string[], own: boolean }} Reason
 * @typedef {{ id: string, name: string, page: string, judgement: Judgement, reasons: Reason[] }} Method
 * @typedef {{ format: "advice/1", language: string, methods: Method[] }} Advice
 * @typedef {import("../types.js").Faults} Faults
 */

export {};
