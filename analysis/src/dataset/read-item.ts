import type { VariableDescription } from "@tiltas/instrument/codebook";
import type { Item } from "@tiltas/instrument/definition";
import { firstCode, type KeptCell, type RowCells, reasonCell } from "./cells.ts";

/**
 * Writes the answer to one item into the cells from `first` on, one for each of its variables.
 *
 * @returns how many stayed empty
 */
export type AnswerReader = (answer: unknown, cells: RowCells, first: number) => number;

/** How the answer to one item becomes cells. */
export function answerReaderOf(
  { kind }: Pick<Item, "kind">,
  own: readonly VariableDescription[],
): AnswerReader {
  const [variable] = own;
  if (variable === undefined) return () => 0;
  if (variable.part === undefined)
    return variable.kind === "number" ? numberReader(variable) : codeReader(variable);
  return kind === "multiple" ? optionsReader(own) : rowsReader(own);
}

type CellByCode = ReadonlyMap<unknown, KeptCell>;

function cellsByCode({ codes, missing }: Pick<VariableDescription, "codes" | "missing">): CellByCode {
  return new Map<unknown, KeptCell>([
    ...codes.map(({ code }, index) => [code, firstCode + index] as const),
    ...missing.map(({ code, reason }) => [code, reasonCell[reason]] as const),
  ]);
}

function codeReader(variable: VariableDescription): AnswerReader {
  const cellOf = cellsByCode(variable);
  return (answer, { kept }, first) => {
    const cell = cellOf.get(answer);
    if (cell === undefined) return 1;
    kept[first] = cell;
    return 0;
  };
}

function numberReader({ missing }: VariableDescription): AnswerReader {
  const cellOf = cellsByCode({ codes: [], missing });
  return (answer, { kept, numbers }, first) => {
    const reason = cellOf.get(answer);
    if (reason === undefined && typeof answer !== "number") return 1;
    kept[first] = reason ?? firstCode;
    if (reason === undefined) numbers[first] = Number(answer);
    return 0;
  };
}

/** Variables of options hold 1 and 0 as their first and second code. */
const [chosen, notChosen] = [firstCode, firstCode + 1];

/** A missing reason among the chosen makes every option missing. */
function optionsReader(own: readonly VariableDescription[]): AnswerReader {
  const placeOf = new Map<unknown, number>(own.map(({ part }, place) => [part, place]));
  const reasonOf = cellsByCode({ codes: [], missing: own[0]?.missing ?? [] });
  return (answer, cells, first) => {
    if (!Array.isArray(answer) || answer.length === 0) return own.length;
    const { kept } = cells;
    let reason: KeptCell | undefined;
    if (reasonOf.size > 0) for (const code of answer) reason ??= reasonOf.get(code);
    cells.fill(reason ?? notChosen, first, first + own.length);
    if (reason !== undefined) return 0;
    for (const code of answer) {
      const place = placeOf.get(code);
      if (place !== undefined) kept[first + place] = chosen;
    }
    return 0;
  };
}

function rowsReader(own: readonly VariableDescription[]): AnswerReader {
  const names = own.map(({ part }) => String(part));
  const cellOf = cellsByCode(own[0] ?? { codes: [], missing: [] });
  return (answer, { kept }, first) => {
    if (typeof answer !== "object" || answer === null || Array.isArray(answer)) return own.length;
    let empty = 0;
    for (let row = 0; row < names.length; row++) {
      const cell = cellOf.get((answer as Readonly<Record<string, unknown>>)[names[row]!]);
      if (cell === undefined) empty++;
      else kept[first + row] = cell;
    }
    return empty;
  };
}
