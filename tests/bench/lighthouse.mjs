/* What Lighthouse says of pages: `node lighthouse.mjs PORT SETTINGS ADDRESS...`, one line of JSON for each.

   PORT is where a Chromium listens; SETTINGS is Lighthouse's own, as JSON. */

import lighthouse from "lighthouse";

const [port, settings, ...addresses] = process.argv.slice(2);

/** Return what an audit measured, where it was asked for. */
const measured = (audits, name) => audits[name]?.numericValue ?? null;

/** Return what counts for a category's score and is not as it should be. */
const faults = ({ auditRefs }, audits) =>
  auditRefs
    .filter(({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 1)
    .map(({ id }) => id);

for (const address of addresses) {
  const { lhr } = await lighthouse(address, {
    port: Number(port),
    logLevel: "error",
    ...JSON.parse(settings),
  });
  if (lhr.runtimeError) throw new Error(`${address}: ${lhr.runtimeError.message}`);
  const categories = Object.entries(lhr.categories);
  const requests = lhr.audits["network-requests"].details.items;
  const figures = {
    address,
    scores: Object.fromEntries(categories.map(([name, { score }]) => [name, Math.round(score * 100)])),
    faults: Object.fromEntries(categories.map(([name, category]) => [name, faults(category, lhr.audits)])),
    bytes: requests.reduce((sum, { transferSize }) => sum + transferSize, 0),
    requests: requests.length,
    shift: measured(lhr.audits, "cumulative-layout-shift"),
    largest_paint: measured(lhr.audits, "largest-contentful-paint"),
  };
  console.log(JSON.stringify(figures));
}
