import {
  type Code,
  type Instrument,
  type OutlineNode,
  readOutline,
  stringGiven,
} from "@tiltas/instrument/definition";
import { type Answers, conditionOf, type Holds } from "@tiltas/instrument/drawing";

/** Whether these answers brought the row of a matrix up; undefined for a row that everyone who is asked sees. */
export type RowsShown = (item: string, row: Code) => Holds | undefined;

export const everyRow: RowsShown = () => undefined;

/** Reads the conditions of rows: the own one of a row, and that of all rows about `{item}`. */
export function rowsShownIn({ questionnaire }: Pick<Instrument, "questionnaire">): RowsShown {
  const grids = new Map(
    readOutline(questionnaire).nodes.flatMap((node) => {
      const own = new Map(node.children.filter(({ slot }) => slot === "rows").flatMap(ownCondition));
      const all = stringGiven(node, "rowsVisibleIf");
      if (node.name === undefined || (all === undefined && own.size === 0)) return [];
      return [[node.name, { own, all: all === undefined ? undefined : conditionOf(all) }] as const];
    }),
  );
  return (item, row) => {
    const grid = grids.get(item);
    const own = grid?.own.get(String(row));
    if (grid === undefined || (grid.all === undefined && own === undefined)) return undefined;
    const { all } = grid;
    return (answers: Answers) => (own?.(answers) ?? true) && (all?.({ ...answers, item: row }) ?? true);
  };
}

function ownCondition(row: OutlineNode): [string, Holds][] {
  const text = stringGiven(row, "visibleIf");
  return text === undefined ? [] : [[String(row.json.value), conditionOf(text)]];
}
