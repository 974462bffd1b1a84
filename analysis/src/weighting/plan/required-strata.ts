import { WeightingError } from "../weighting-error.ts";
import type { DesignColumns } from "./design-columns.ts";
import { told } from "./public-cells.ts";
import type { SampleKind, Text, WeightingPlan } from "./weighting-plan.ts";

/** Something that may not be said, and why. */
export interface Refusal {
  /** "national": nothing that claims to speak for the whole country. */
  readonly claim: "national";
  readonly stratum: Text;
  readonly why: Text;
}

/**
 * National claims are refused while a stratum that the plan requires has too few respondents. Clients of services speak
 * for no country, so that nothing is refused them.
 */
export function refusalsOf(
  { required }: Pick<WeightingPlan, "required">,
  columns: DesignColumns,
  sample: SampleKind,
): Refusal[] {
  if (sample === "clients") return [];
  return required.flatMap(({ name, dimension, codes, respondents: fewest, why }) => {
    const column = columns.get(dimension);
    if (!column)
      throw new WeightingError(
        `The weighting plan requires respondents by ${dimension}, but no item of the instrument has that role. Take the stratum out of the plan.`,
      );
    const { variable, values } = column;
    const counts = variable.codes.map(({ code }) => codes.includes(String(code)));
    let respondents = 0;
    for (const value of values) if (value >= 0 && counts[value]) respondents++;
    if (respondents >= fewest) return [];
    return [
      {
        claim: "national" as const,
        stratum: name,
        why: {
          lt: `${name.lt ?? ""}: respondentų ${told(respondents, "lt")}, o reikia bent ${fewest}. ${why.lt ?? ""} Teiginiai apie visą šalį neskelbiami.`,
          en: `${name.en ?? ""}: ${told(respondents, "en")} respondents where at least ${fewest} are needed. ${why.en ?? ""} Nothing is claimed of the whole country.`,
        },
      },
    ];
  });
}
