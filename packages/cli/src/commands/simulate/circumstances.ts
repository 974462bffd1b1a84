import type { givenWords, Instrument } from "@tiltas/instrument/definition";
import { drawingRulesOf } from "@tiltas/instrument/drawing";
import type { Circumstances } from "@tiltas/instrument/simulation";
import { CommandError } from "../../terminal/index.ts";

type Field = Exclude<keyof typeof givenWords, "consents">;

/** How all simulated people are met, as named on the command line. */
export type NamedCircumstances = { readonly [F in Field]?: (typeof givenWords)[F][number] };

/**
 * Everybody is met as named; what is not named stays as it is by default.
 *
 * @throws CommandError where the instrument is not told, so that the word would change nothing
 */
export function circumstancesOf(named: NamedCircumstances, instrument: Instrument): Circumstances {
  for (const field of ["form", "stage", "sample", "mode"] as const)
    refuseUnheard(field, named[field], instrument);
  const { mode, form, stage, sample } = named;
  return {
    ...(mode ? { modes: { [mode]: 1 } } : {}),
    ...(form ? { forms: { [form]: 1 } } : {}),
    ...(stage ? { stage } : {}),
    ...(sample ? { samples: { [sample]: 1 } } : {}),
  };
}

function refuseUnheard(field: Field, word: string | undefined, instrument: Instrument): void {
  if (word === undefined) return;
  const { id, version } = instrument.manifest;
  const given = drawingRulesOf(instrument).given.find((each) => each.field === field);
  if (given === undefined) {
    if (field === "mode") return;
    throw new CommandError(
      `--${field} ${word} would change nothing: ${id}@${version} has no item that is given the ${field}. Leave --${field} out.`,
    );
  }
  if (!given.codes.includes(word))
    throw new CommandError(
      `--${field} ${word}: the item ${given.item} of ${id}@${version} offers only ${given.codes.join(", ")}.`,
    );
}
