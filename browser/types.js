/**
 * The shapes that cross the page: the settings the build rendered, the partnership file, the report.
 *
 * @typedef {{ name?: string | null, partner?: string | null, capacity?: string | null,
 *   side?: string | null, leading?: boolean | null, employed?: boolean | null, roles?: string[] | null,
 *   gender?: string | null, reason?: string | null, code_of_conduct?: boolean | null,
 *   approved?: boolean | null }} Participant
 * @typedef {{ id: string, name?: string | null, country?: string | null,
 *   elected_opposition?: boolean | null }} Partner
 * @typedef {Record<string, boolean | string[] | null>} Answers
 * @typedef {{ day?: string | null, start?: string | null, end?: string | null, what?: string | null,
 *   where?: string | null, reflection?: boolean | null }} ProgrammeItem
 * @typedef {{ learn?: string | null, skills?: string | null, methods?: string | null,
 *   challenges?: string | null, reflection?: string | null, home?: string | null,
 *   programme?: ProgrammeItem[] | null }} Plan
 * @typedef {{ country?: string | null, start?: string | null, end?: string | null,
 *   travellers?: string[] | null, methods?: string[] | null, answers?: Answers | null,
 *   plan?: Plan | null }} Visit
 * @typedef {{ leaves?: string | null, joins?: string | null, answers?: Answers | null }} Replacement
 * @typedef {{ component: string, application?: string | null, start?: string | null, end?: string | null,
 *   answers?: Answers | null, participants?: Participant[] | null, visits?: Visit[] | null,
 *   replacements?: Replacement[] | null }} Team
 * @typedef {{ format: string, partners: Partner[], teams: Team[] }} Partnership
 *
 * @typedef {"met" | "unmet" | "unclear" | "unknown" | "not_applicable"} Status
 * @typedef {"must" | "should" | "encouraged" | "may" | "information"} Strength
 * @typedef {{ section: string, quote: string, page: string }} Source
 * @typedef {{ rule: string, partner: string | null, participant: number | null, visit: number | null,
 *   status: Status, strength: Strength, title: string, message: string, advice: string,
 *   source: Source }} Finding
 * @typedef {{ component: string, verdict: Status, findings: Finding[] }} TeamReport
 * @typedef {{ format: "report/1", rulebook: string, language: string, verdict: Status,
 *   teams: TeamReport[] }} Report
 * @typedef {{ path: string, message: string }} Fault
 * @typedef {{ format: "faults/1", faults: Fault[] }} Faults
 * @typedef {{ format: "opened/1", document: Partnership, report: Report, unread: Fault[] }} Opened
 *
 * @typedef {{ kind: string, row: number | null, column: number | null, header: string | null,
 *   value: string | null, why: string }} LeftOver
 * @typedef {{ format: "guess/1", heading: boolean,
 *   columns: { header: string, field: string | null, sample: string[] }[], people: Participant[],
 *   partners: { said: string, id: string | null, external: boolean, people: number[] }[],
 *   left_over: LeftOver[] }} Guess a loose list, as Python proposes to read it
 * @typedef {{ name: string, base64: string }} Loose a file that is such a list
 *
 * @typedef {[value: string, label: string]} Choice
 * @typedef {{ label: string, hint: string, choices: Choice[] }} Field
 * @typedef {{ id: string, topic: string, title: string, question: string, hint: string,
 *   options: Choice[], strength: Strength, page: string,
 *   decidedBy: { component: string, name: string } | null }} Question
 * @typedef {{ id: string, name: string, fields: string[], roles: string[], dates: string[],
 *   questions: Question[], seats: Offer[], example: Partnership, rightExample: Partnership }} ComponentForm
 * @typedef {{ capacity: string | null, side: string | null, leading: boolean | null, roles: string[] }} Seat
 * @typedef {{ text: string, when: "elected_opposition" | null, seats: Seat[] }} Offer seats of one sort that each
 *   partner is asked to fill; `when` is the fact about the partner without which they are not
 * @typedef {{ language: string, root: string, maxBytes: number, homeCountry: string,
 *   rulebook: { version: string, read: string },
 *   employedByDefault: string[],
 *   words: Record<string, string>, countries: Choice[], fields: Record<string, Field>,
 *   names: Choice[],
 *   components: ComponentForm[], visitQuestions: Question[], travelQuestions: Question[],
 *   replacementQuestions: Question[], causes: Choice[], topics: Record<string, string>,
 *   listFields: string[],
 *   concerns: Record<string, { field?: string, role?: string }>, plan?: PlanSettings }} Settings
 * @typedef {{ id: string, name: string, texts: string[] }} Point a point of a visit's plan, by its rule
 * @typedef {{ points: Point[], example: Partnership }} PlanSettings
 *
 * @typedef {(string | number)[]} Path
 */

export {};
