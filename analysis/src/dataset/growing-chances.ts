import type { Instrument } from "@tiltas/instrument/definition";
import { drawingOf } from "@tiltas/instrument/drawing";
import type { Answers } from "@tiltas/instrument/plan";
import type { Variable } from "./dataset.ts";

/** The options of drawn items among the variables, in any version. */
export function drawnVariables(
  instruments: readonly Pick<Instrument, "items">[],
  variables: readonly Variable[],
): Variable[] {
  const drawn = new Set(
    instruments.flatMap(({ items }) =>
      items.filter(({ measure }) => measure.role === "drawn").map(({ name }) => name),
    ),
  );
  return variables.filter(({ item }) => drawn.has(item));
}

/** Chances of draws that grow respondent by respondent while responses are read. */
export class GrowingChances {
  readonly #lists: readonly { readonly variable: Variable; readonly chances: number[] }[];

  constructor(drawn: readonly Variable[]) {
    this.#lists = drawn.map((variable) => ({ variable, chances: [] }));
  }

  /** The next respondent; NaN for what could not have been drawn. */
  append(chances: ChancesByItem): void {
    for (const { variable, chances: list } of this.#lists) {
      const code = variable.name.slice(variable.item.length + 1);
      list.push(chances[variable.item]?.[code] ?? Number.NaN);
    }
  }

  finished(): ReadonlyMap<string, Float64Array> {
    return new Map(this.#lists.map(({ variable, chances }) => [variable.name, Float64Array.from(chances)]));
  }
}

export type ChancesByItem = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Chances of one version's draws, from the answers alone. */
export function chancesIn(instrument: Pick<Instrument, "items">): (answers: Answers) => ChancesByItem {
  if (!instrument.items.some(({ measure }) => measure.role === "drawn")) return () => ({});
  const { chances } = drawingOf(instrument);
  return chances;
}
