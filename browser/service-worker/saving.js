/** Has the reader asked for little to be fetched and kept? Not every browser tells. */
export function isSaving() {
  const { connection } = /** @type {{ connection?: { saveData?: boolean } }} */ (navigator);
  return Boolean(connection?.saveData);
}
