import type { Design } from "@tiltas/analysis/design";
import { designColumns } from "./design-file.ts";
import type { Microdata } from "./microdata.ts";

const named = 5;

/**
 * A sentence that names the strata of the first stage with a single unit, and what to do about them.
 *
 * @param json  the design file
 * @returns undefined where every stratum has two units or more
 */
export function singleUnits({ stages }: Design, json: string, data: Microdata): string | undefined {
  const [{ strata, sampled }] = stages;
  const columns = designColumns(json).strata;
  const lonely = [...sampled.keys()].filter((stratum) => sampled[stratum] === 1);
  if (lonely.length === 0) return undefined;
  if (columns.length === 0)
    return "The whole sample has a single unit, so it has no error. Name strata and clusters by which more were drawn.";
  const labels = lonely.map((stratum) => {
    const row = strata.indexOf(stratum);
    return `"${columns.map((column) => data.texts(column)[row]).join('" × "')}"`;
  });
  const more = labels.length > named ? ` and ${labels.length - named} more` : "";
  const [what, has] = labels.length === 1 ? ["stratum", "has"] : ["strata", "have"];
  return (
    `The ${what} ${labels.slice(0, named).join(", ")}${more} of "${columns[0]}" ${has} a single PSU. ` +
    'Join each to a similar one, or set "singlePsu" to "remove", "certainty", "adjust" or "average" in the design file.'
  );
}
