import type { Evidence } from "./evidence.ts";
import type { PilotFigures } from "./figures.ts";
import type { PilotInput } from "./input.ts";
import type { Decision } from "./problem-codes.ts";
import { type Unexamined, unexaminedOf } from "./unexamined.ts";
import type { PilotUnit } from "./units.ts";
import { evidenceAgainst } from "./verdict.ts";

export type Verdict = Decision | "not-estimable";

/** What to do with one unit in one language, and why. */
export interface UnitVerdict {
  readonly unit: string;
  /** Absent: the item as a whole, in all its languages. */
  readonly language?: string;
  readonly verdict: Verdict;
  /** Respondents who were to answer it. */
  readonly respondents: number;
  readonly evidence: readonly Evidence[];
  readonly unexamined: readonly Unexamined[];
}

const strongestFirst: readonly Decision[] = ["drop", "retranslate", "reword", "change-options"];

/** Verdicts of every unit: as a whole, then by language. */
export function unitVerdicts(
  units: readonly PilotUnit[],
  languages: readonly string[],
  figures: PilotFigures,
  input: PilotInput,
): UnitVerdict[] {
  return units.flatMap((unit) => {
    const evidence = evidenceAgainst(unit, figures, input);
    return [undefined, ...languages].map((language): UnitVerdict => {
      const own =
        language === undefined
          ? evidence
          : evidence.filter((one) => one.language === undefined || one.language === language);
      return {
        unit: unit.name,
        ...(language === undefined ? {} : { language }),
        verdict: verdictFrom(own, isEstimable(unit, language, figures)),
        respondents: respondentsOf(unit, language, figures),
        evidence: own,
        unexamined: unexaminedOf(unit, language, figures),
      };
    });
  });
}

function verdictFrom(evidence: readonly Evidence[], estimable: boolean): Verdict {
  const strongest = strongestFirst.find((decision) => evidence.some(({ effect }) => effect === decision));
  return strongest ?? (estimable ? "keep" : "not-estimable");
}

function respondentsOf({ name }: PilotUnit, language: string | undefined, { items }: PilotFigures): number {
  return items.find((figures) => figures.unit === name && figures.language === language)?.eligible ?? 0;
}

/** Something could have spoken against it: enough respondents, or enough interviews. */
function isEstimable(
  { name }: PilotUnit,
  language: string | undefined,
  { items, notes }: PilotFigures,
): boolean {
  const item = items.find((figures) => figures.unit === name && figures.language === language);
  const note = notes.find((figures) => figures.unit === name && figures.language === language);
  return item?.nonresponse.known || item?.seconds.known || note?.problemRate.known || false;
}
