import { type VariableDescription, variablesOf } from "@tiltas/instrument/codebook";
import { type Instrument, type Item, isFilled, type MissingReason } from "@tiltas/instrument/definition";
import type { Answers, Offering } from "@tiltas/instrument/plan";
import type { Variable } from "./dataset.ts";
import type { GrowingColumn } from "./growing-column.ts";

/** Appends one cell to every column, from the answers to items that were asked. */
export type CellAppender = (
  answers: Answers,
  asked: ReadonlySet<string>,
  columns: readonly GrowingColumn[],
) => void;

type Cell = { readonly value: number } | { readonly missing: MissingReason } | undefined;

/**
 * How answers to these items become cells. An answer to an item that was not asked counts as absent; items that the
 * application fills in or draws count though nobody is asked, and are "not-asked" where they were left empty. So is
 * an empty cell of a row that these answers did not bring up. An empty cell is else, in this order: what the companion item says; "no-answer" when a later item was answered;
 * else "not-reached".
 */
export function appenderOf(
  { items }: Items,
  variables: readonly Variable[],
  offering?: OfferingOf,
): CellAppender {
  const cells = cellsOf({ items }, variables, offering);
  const reasons = companionReasons({ items });
  const filled = new Set(items.filter(isFilled).map(({ name }) => name));
  return (answers, asked, columns) => {
    const last = items.findLastIndex(({ name }) => asked.has(name) && !isEmpty(answers[name]));
    const whyEmpty = ({ place, explainedBy, shown }: CellSource): MissingReason => {
      if (shown?.(answers) === false) return "not-asked";
      const given = explainedBy === undefined ? undefined : reasons.get(explainedBy)?.(answers[explainedBy]);
      return given ?? (place < last ? "no-answer" : "not-reached");
    };
    columns.forEach((column, i) => {
      const cell = cells[i];
      if (!cell) column.appendMissing("not-in-version");
      else if (filled.has(cell.item)) append(column, cell.read(answers[cell.item]), () => "not-asked");
      else if (!asked.has(cell.item)) column.appendMissing("not-asked");
      else append(column, cell.read(answers[cell.item]), () => whyEmpty(cell));
    });
  };
}

type Items = Pick<Instrument, "items">;
type OfferingOf = (item: Item) => Offering;

/** Where the cells of one variable come from in this version. */
interface CellSource {
  readonly item: string;
  /** Place of the item in the questionnaire. */
  readonly place: number;
  readonly explainedBy: string | undefined;
  /** Of a row: whether answers brought it up; undefined for what everyone asked sees. */
  readonly shown: ((answers: Answers) => boolean) | undefined;
  readonly read: (value: unknown) => Cell;
}

function cellsOf(
  instrument: Items,
  variables: readonly Variable[],
  offering: OfferingOf | undefined,
): (CellSource | undefined)[] {
  const descriptions = new Map(variablesOf(instrument).map((description) => [description.name, description]));
  return variables.map((variable) => {
    const description = descriptions.get(variable.name);
    if (!description) return undefined;
    const { item, explainedBy, part } = description;
    const place = instrument.items.findIndex(({ name }) => name === item);
    const whole = part === undefined ? undefined : instrument.items[place];
    const rows = whole && offering?.(whole).rows;
    const shown = rows && ((answers: Answers) => rows(part, answers));
    return { item, place, explainedBy, shown, read: cellReader(description, variable) };
  });
}

function append(column: GrowingColumn, cell: Cell, whyEmpty: () => MissingReason): void {
  if (!cell) column.appendMissing(whyEmpty());
  else if ("value" in cell) column.appendValue(cell.value);
  else column.appendMissing(cell.missing);
}

export function isRecord(value: unknown): value is Answers {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === "") return true;
  if (Array.isArray(value)) return value.length === 0;
  return isRecord(value) && Object.keys(value).length === 0;
}

/** How the value of one item becomes the cell of one variable; undefined where the item was left empty. */
function cellReader(description: VariableDescription, variable: Variable): (value: unknown) => Cell {
  const reasons = new Map<unknown, MissingReason>(
    description.missing.map(({ code, reason }) => [code, reason]),
  );
  const places = new Map<unknown, number>(variable.codes.map(({ code }, i) => [code, i]));
  const one = (value: unknown): Cell => {
    const reason = reasons.get(value);
    if (reason) return { missing: reason };
    if (variable.kind === "number") return typeof value === "number" ? { value } : undefined;
    const index = places.get(value);
    return index === undefined ? undefined : { value: index };
  };
  if (description.part === undefined) return one;
  const { part } = description;
  return (value) => {
    if (isRecord(value)) return one(value[String(part)]);
    if (!Array.isArray(value) || value.length === 0) return undefined;
    const reason = value.map((code) => reasons.get(code)).find((found) => found !== undefined);
    return reason ? { missing: reason } : one(value.includes(part) ? 1 : 0);
  };
}

/** For each item with the role "missing-reason": what its answer says. */
function companionReasons({ items }: Items): Map<string, (value: unknown) => MissingReason | undefined> {
  return new Map(
    items
      .filter(({ measure }) => measure.role === "missing-reason")
      .map((item) => {
        const byCode = new Map<unknown, MissingReason | undefined>(
          item.choices.map(({ code, missing }) => [code, missing]),
        );
        return [item.name, (value) => byCode.get(value)];
      }),
  );
}
