import { type VariableDescription, variablesOf } from "@tiltas/instrument/codebook";
import type { Instrument, MissingReason } from "@tiltas/instrument/definition";
import type { Variable } from "./dataset.ts";
import type { GrowingColumn } from "./growing-column.ts";

/** Reads one response's answers (JSON text) and appends one cell to every column. */
export type AnswerReader = (answers: string, columns: readonly GrowingColumn[]) => void;

type Answers = Readonly<Record<string, unknown>>;
type Cell = { readonly value: number } | { readonly missing: MissingReason } | undefined;

/** The reader for responses that pin this version; variables of other versions are "not-in-version". */
export function readerOf(instrument: Instrument, variables: readonly Variable[]): AnswerReader {
  const descriptions = new Map(variablesOf(instrument).map((description) => [description.name, description]));
  const place = new Map(instrument.items.map((item, i) => [item.name, i]));
  const cells = variables.map((variable) => {
    const description = descriptions.get(variable.name);
    return (
      description && {
        item: description.item,
        explainedBy: description.explainedBy,
        read: cellReader(description, variable),
      }
    );
  });
  const reasons = companionReasons(instrument);
  return (text, columns) => {
    const answers = parseAnswers(text);
    const last = lastAnswered(instrument, answers);
    const whyEmpty = (cell: NonNullable<(typeof cells)[number]>): MissingReason => {
      const { item, explainedBy } = cell;
      const given = explainedBy === undefined ? undefined : reasons.get(explainedBy)?.(answers[explainedBy]);
      return given ?? ((place.get(item) ?? 0) < last ? "no-answer" : "not-reached");
    };
    columns.forEach((column, i) => {
      const cell = cells[i];
      const found = cell?.read(answers[cell.item]);
      if (!cell) column.appendMissing("not-in-version");
      else if (!found) column.appendMissing(whyEmpty(cell));
      else if ("value" in found) column.appendValue(found.value);
      else column.appendMissing(found.missing);
    });
  };
}

function parseAnswers(text: string): Answers {
  const answers: unknown = JSON.parse(text);
  return isRecord(answers) ? answers : {};
}

function isRecord(value: unknown): value is Answers {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === "") return true;
  if (Array.isArray(value)) return value.length === 0;
  return isRecord(value) && Object.keys(value).length === 0;
}

function lastAnswered({ items }: Instrument, answers: Answers): number {
  return items.findLastIndex(({ name }) => !isEmpty(answers[name]));
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
function companionReasons({ items }: Instrument): Map<string, (value: unknown) => MissingReason | undefined> {
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
