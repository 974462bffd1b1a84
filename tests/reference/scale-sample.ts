import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { type SimulatedColumn, type SimulatedRows, simulateRows } from "../bench/simulated-rows.ts";

/** The reference sample as R wrote it: the same columns as `simulateRows`, read from its compressed CSV. */
export function readScaleSample(path: string): SimulatedRows {
  const [header = "", ...lines] = gunzipSync(readFileSync(path)).toString("utf8").trimEnd().split("\n");
  const { columns: shapes } = simulateRows(1);
  const columns = new Map<string, SimulatedColumn>();
  for (const name of header.split(",")) columns.set(name, emptyLike(shapes.get(name), lines.length));
  const inOrder = [...columns.values()];
  lines.forEach((line, row) => {
    const cells = line.split(",");
    for (let i = 0; i < inOrder.length; i++) inOrder[i]![row] = cells[i] === "" ? 255 : Number(cells[i]);
  });
  return { rows: lines.length, columns };
}

function emptyLike(shape: SimulatedColumn | undefined, rows: number): SimulatedColumn {
  if (shape instanceof Uint8Array) return new Uint8Array(rows);
  return shape instanceof Int32Array ? new Int32Array(rows) : new Float64Array(rows);
}
