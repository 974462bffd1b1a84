import { roundSteps, stepOf } from "../pictures/index.ts";
import { type FigureRow, shownCell } from "./figure-rows.ts";
import { type Tile, tileLayout } from "./tile-layout.ts";

/** How a tile is filled: a step of the scale, or a hatching. "group": the small square holds the figure of its group. */
export type Filling =
  | { readonly kind: "own"; readonly step: number }
  | { readonly kind: "group"; readonly step: number }
  | { readonly kind: "hidden" }
  | { readonly kind: "none" };

export interface DrawnTile extends Tile {
  readonly figure: FigureRow | undefined;
  /** The row of its group, where that speaks for it. */
  readonly ofGroup: FigureRow | undefined;
  readonly filling: Filling;
}

/** The map as it is drawn: five equal steps over all figures on it, those of groups included where they speak. */
export function drawTiles(
  municipalities: readonly FigureRow[],
  groups: readonly FigureRow[],
): { readonly bounds: readonly number[]; readonly tiles: readonly DrawnTile[] } {
  const named = tileLayout.map((tile) => {
    const figure = municipalities.find(({ key }) => key === tile.code);
    const speaks = figure !== undefined && shownCell(figure.cell) === null && figure.stands === "group";
    const ofGroup = speaks ? groups.find(({ key }) => key === figure.group?.code) : undefined;
    return { ...tile, figure, ofGroup };
  });
  const values = named.flatMap(({ figure, ofGroup }) => {
    const value = shownValue(figure) ?? shownValue(ofGroup);
    return value === undefined ? [] : [value];
  });
  const bounds = roundSteps(values, 5);
  return { bounds, tiles: named.map((tile) => ({ ...tile, filling: fillingOf(tile, bounds) })) };
}

function fillingOf(
  { figure, ofGroup }: { figure: FigureRow | undefined; ofGroup: FigureRow | undefined },
  bounds: readonly number[],
): Filling {
  const own = shownValue(figure);
  if (own !== undefined) return { kind: "own", step: stepOf(bounds, own) };
  const group = shownValue(ofGroup);
  if (group !== undefined) return { kind: "group", step: stepOf(bounds, group) };
  return { kind: figure?.cell.state === "protected" ? "hidden" : "none" };
}

function shownValue(row: FigureRow | undefined): number | undefined {
  return row === undefined ? undefined : shownCell(row.cell)?.value;
}
