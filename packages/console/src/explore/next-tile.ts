import { type Tile, tileLayout } from "./tile-layout.ts";

/** How far a step leads, down and to the right. */
const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
};

/** The tile that an arrow key leads to: the nearest in that direction, over gaps; the same tile at the edge. */
export function nextTile(code: string, key: string): string {
  const here = tileLayout.find((tile) => tile.code === code);
  const step = steps[key];
  if (here === undefined || step === undefined) return code;
  const [down, right] = step;
  const ahead = (tile: Tile) => (tile.row - here.row) * down + (tile.column - here.column) * right;
  const aside = (tile: Tile) =>
    Math.abs((tile.row - here.row) * right) + Math.abs((tile.column - here.column) * down);
  const reached = tileLayout
    .filter((tile) => ahead(tile) > 0)
    .sort((one, other) => ahead(one) + 3 * aside(one) - ahead(other) - 3 * aside(other));
  return reached[0]?.code ?? code;
}
