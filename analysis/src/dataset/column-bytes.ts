import { firstCode } from "./cells.ts";
import type { Column, Variable } from "./dataset.ts";
import { keptKindOf } from "./row-layout.ts";

const isWide = (variable: Variable) => keptKindOf(variable) === "wide";

/** A column as bytes: a code and its missing reason in one byte or two, numbers in eight with the reasons behind them. */
export function columnBytes({ variable, values, missing }: Column): Uint8Array {
  const rows = missing.length;
  if (variable.kind === "number") {
    const bytes = new Uint8Array(9 * rows);
    new Float64Array(bytes.buffer, 0, rows).set(values);
    bytes.set(missing, 8 * rows);
    return bytes;
  }
  const kept = isWide(variable) ? new Uint16Array(rows) : new Uint8Array(rows);
  for (let row = 0; row < rows; row++)
    kept[row] = missing[row] === 0 ? firstCode + values[row]! : missing[row]!;
  return new Uint8Array(kept.buffer);
}

/** The column that these bytes are. */
export function columnOver(variable: Variable, bytes: Uint8Array<ArrayBuffer>, rows: number): Column {
  if (variable.kind === "number")
    return {
      variable,
      values: new Float64Array(bytes.buffer, 0, rows),
      missing: new Uint8Array(bytes.buffer, 8 * rows, rows),
    };
  const kept = isWide(variable) ? new Uint16Array(bytes.buffer) : bytes;
  const [values, missing] = [new Int16Array(rows), new Uint8Array(rows)];
  for (let row = 0; row < rows; row++) {
    const cell = kept[row]!;
    values[row] = cell < firstCode ? -1 : cell - firstCode;
    missing[row] = cell < firstCode ? cell : 0;
  }
  return { variable, values, missing };
}
