/** What has come is not what was published: cut short, changed, or a network's page to log in on. */
export class Damaged extends Error {}
