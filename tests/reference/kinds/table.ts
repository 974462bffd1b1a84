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
  const rounded = one.call.options.round === true || /round = TRUE/.test(one.r_call);
  return {
    table: sharesAsAsked(one, cells).map(({ levels, frequency }) => ({
      ...Object.fromEntries(names.map((name, i) => [name, levels[i]])),
      Freq: rounded ? Math.round(frequency) : frequency,
    })),
    ...counts(context),
  };
};

type Cells = ReturnType<typeof crossTable>;

/** Shares of the whole, or within each level of the variable that `prop.table` names by its place. */
function sharesAsAsked(
  { r_call }: CaseContext["one"],
  cells: Cells,
): { levels: readonly string[]; frequency: number }[] {
  const args = callOf(r_call, ["prop.table", "proportions"]);
  if (!args) return cells.map(({ levels, frequency }) => ({ levels, frequency }));
  const margin = args[1]?.value;
  const within = ({ levels }: Cells[number]) =>
    margin?.is === "number" ? (levels[margin.value - 1] ?? "") : "";
  const sums = new Map<string, number>();
  for (const cell of cells) sums.set(within(cell), (sums.get(within(cell)) ?? 0) + cell.frequency);
  return cells.map((cell) => ({
    levels: cell.levels,
    frequency: cell.frequency / (sums.get(within(cell)) ?? 1),
  }));
}

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
