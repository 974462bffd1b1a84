import { crossTable } from "@tiltas/analysis/estimation";
import { categoriesOf } from "../model-variables.ts";
import { argument, callOf, formulaOf, textOf } from "../r-language/formula.ts";
import { counts } from "./estimates.ts";
import type { AnswerCase, CaseContext } from "./kind.ts";
import { sampleIn } from "./sample-in.ts";

/** Weighted cross-tables, rescaled where a total is given. */
export const answer: AnswerCase = (context) => {
  const { one, data, within } = context;
  const names = variablesOf(context);
  const { total } = one.call.options;
  const cells = crossTable(
    sampleIn(context),
    names.map((name) => categoriesOf(data, name)),
    { ...(within ? { within } : {}), ...(typeof total === "number" ? { total } : {}) },
  );
  return {
    table: cells.map(({ levels, frequency }) => ({
      ...Object.fromEntries(names.map((name, i) => [name, levels[i]])),
      Freq: frequency,
    })),
    ...counts(context),
  };
};

/** The columns of the table: those that the call names, or that the formula does. */
export function variablesOf({ one, data }: CaseContext): string[] {
  const { variables, domain } = one.call;
  const formula = argument(callOf(one.r_call, ["svytable", "svychisq"]), "formula");
  const written = formula ? formulaOf(formula).terms.flat().map(textOf) : [];
  const known = [written, variables, domain].find(
    (names) => names.length > 0 && names.every((name) => data.has(name)),
  );
  if (!known) throw new Error("The case does not say which columns make the table.");
  return [...known];
}
