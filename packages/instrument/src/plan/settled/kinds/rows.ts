import { isObject } from "../../../definition/json.ts";
import { textOf } from "../../../expressions/index.ts";
import { isPlainObject, setOwn } from "../../run/values.ts";
import type { MatrixSpec } from "../../specs.ts";
import type { Test } from "../conditions.ts";
import { Unsettled } from "../look.ts";
import { codesIn } from "./chosen.ts";
import { type Kind, type Offer, onlyUnanswered } from "./kind.ts";

/** Statements, each answered with one column. */
export function rowsOf(spec: MatrixSpec, offer: Offer): Kind {
  const { rows, columns, eachRowRequired, rowsVisibleIf } = spec;
  if (spec.hideIfRowsEmpty) throw new Unsettled("rows decide whether the question is asked");
  const isQuietEmpty = !eachRowRequired;
  const codes = codesIn(columns.map(({ value }) => value));
  const keys = codesIn(rows.map(({ value }) => (typeof value === "number" ? textOf(value) : value)));
  const columnsChange =
    spec.columnsVisibleIf !== undefined || columns.some(({ visibleIf }) => visibleIf !== undefined);
  if (!codes || !keys || columnsChange || spec.isMultiSelect || spec.eachRowUnique)
    return { ...onlyUnanswered, isQuietEmpty };
  const shown = new Map<unknown, Test>();
  for (const { value, visibleIf = rowsVisibleIf } of rows)
    if (visibleIf !== undefined) shown.set(textOf(value), offer(visibleIf, value));
  const isShown = (key: unknown) => shown.get(key)?.() !== false;
  const stays = (answer: unknown) =>
    isObject(answer) &&
    Object.keys(answer).every(isShown) &&
    (!eachRowRequired || [...keys].every((key) => Object.hasOwn(answer, textOf(key)) || !isShown(key)));
  return {
    take: (answer) => takenRows(answer, keys, codes),
    ...(shown.size === 0 && !eachRowRequired ? {} : { stays }),
    isQuietEmpty,
    parts: 1 + rows.length,
  };
}

/** A code that counts as false in JavaScript falls away in the life of a matrix. */
function takenRows(answer: unknown, keys: ReadonlySet<unknown>, codes: ReadonlySet<unknown>): unknown {
  if (!isPlainObject(answer)) return undefined;
  const taken = {};
  let count = 0;
  for (const key of Object.keys(answer)) {
    const code = answer[key];
    if (!code || !keys.has(key) || !codes.has(code)) return undefined;
    setOwn(taken, key, code);
    count += 1;
  }
  return count > 0 ? taken : undefined;
}
