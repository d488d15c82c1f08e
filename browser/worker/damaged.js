/** What has come is not what was published: cut short, changed, or a network's page to log in on. */
export class Damaged extends Error {}

/** The host does not have it, as where a newer release has taken the place of the page's own. */
export class Missing extends Error {}

/**
 * @param {Response} response
 * @param {string} file
 * @throws {Error} the host sends something else than the file
 */
export function throwUnlessSent({ ok, status }, file) {
  if (status === 404 || status === 410) throw new Missing(`${status} ${file}`);
  if (!ok) throw new Error(`${status} ${file}`);
}
