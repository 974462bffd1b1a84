import type { Unit } from "./estimate-cells.ts";
import type { Texts } from "./texts/index.ts";

/** A figure in words of a page, with its unit where one is usual. */
export function writtenFigure(value: number, unit: Unit, { number, percent }: Texts): string {
  if (unit === "percent") return percent(number(value * 100, 1));
  const digits = unit === "index-0-1" ? 2 : 1;
  return unit === "points" && value > 0 ? `+${number(value, digits)}` : number(value, digits);
}
