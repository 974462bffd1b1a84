import type { ExploreFrame } from "@tiltas/contract/explore";
import { type KeyboardEvent, useRef, useState } from "react";
import { type FigureUnit, useStrings } from "../shell/index.ts";
import type { Boundaries } from "./boundaries.ts";
import { type FigureRow, shownCell } from "./figure-rows.ts";
import { nextTile } from "./next-tile.ts";
import { OwnBoundaries } from "./own-boundaries.tsx";
import { remarkOf } from "./remark.ts";
import { TileKey } from "./tile-key.tsx";
import { tileColumns, tileRows } from "./tile-layout.ts";
import { Hatchings, height, TileMark, width } from "./tile-mark.tsx";
import { type DrawnTile, drawTiles } from "./tiles.ts";

interface TileMapProps {
  frame: ExploreFrame;
  indicator: string;
  unit: FigureUnit;
  rows: readonly FigureRow[];
  groups: readonly FigureRow[];
}

/** Where reading begins: the capital. */
const first = "13";

/** The country as 60 squares; the figure of one of them is read by pointing or with the arrow keys. */
export function TileMap({ frame, indicator, unit, rows, groups }: TileMapProps) {
  const { explore } = useStrings();
  const [chosen, setChosen] = useState<string>();
  const [boundaries, setBoundaries] = useState<Boundaries>();
  const drawing = useRef<HTMLDivElement>(null);
  const { tiles, bounds } = drawTiles(rows, groups);
  const drawn = tiles.filter(({ code }) => boundaries === undefined || boundaries.shapes.has(code));
  const read = useTileWords(unit);
  const at = tiles.find(({ code }) => code === chosen);
  const isDrawn = (code: string | undefined) => drawn.some((tile) => tile.code === code);
  // Somebody's own boundaries may leave the capital out, or the place one was at.
  const start = [chosen, first].find(isDrawn) ?? drawn[0]?.code ?? first;
  const move = (event: KeyboardEvent) => {
    if (!event.key.startsWith("Arrow")) return;
    event.preventDefault();
    const to = nextTile(start, event.key);
    if (!isDrawn(to)) return;
    setChosen(to);
    drawing.current?.querySelector<SVGElement>(`[data-tile="${to}"]`)?.focus();
  };
  return (
    <figure className="tile-map">
      <div
        ref={drawing}
        className="tile-grid"
        role="listbox"
        aria-label={explore.mapOf(indicator)}
        tabIndex={-1}
        onKeyDown={move}
      >
        <svg
          viewBox={`-3 -3 ${tileColumns * width + 2} ${boundaries?.height ?? tileRows * height + 2}`}
          role="presentation"
          focusable="false"
        >
          <Hatchings />
          {drawn.map((tile) => (
            <TileMark
              key={tile.code}
              tile={tile}
              shape={boundaries?.shapes.get(tile.code)}
              words={read(tile)}
              isChosen={tile.code === chosen}
              isNext={tile.code === start}
              onChoose={() => setChosen(tile.code)}
            />
          ))}
        </svg>
      </div>
      <p className="map-readout" role="status" data-testid="map-readout">
        {at === undefined ? explore.mapHint : read(at)}
      </p>
      <TileKey bounds={bounds} unit={unit} />
      <OwnBoundaries frame={frame} isUsed={boundaries !== undefined} onBoundaries={setBoundaries} />
    </figure>
  );
}

/** What a tile says: its own figure with interval and n, or that of its group, or why there is none. */
function useTileWords(unit: FigureUnit): (tile: DrawnTile) => string {
  const { explore, format } = useStrings();
  const figureWords = (row: FigureRow) => {
    const shown = shownCell(row.cell);
    if (shown === null) return remarkOf(row, explore);
    const { value, low, high, respondents } = shown;
    const interval = low === null || high === null ? "" : ` (${format.interval(low, high, unit)})`;
    const remark = remarkOf(row, explore);
    const words = `${format.figure(value, unit)}${interval}, n ${format.number(respondents)}`;
    return remark === "" ? words : `${words}. ${remark}`;
  };
  return ({ figure, ofGroup, short }) => {
    if (figure === undefined) return `${short}: ${explore.states["not-shown-here"]}`;
    if (ofGroup !== undefined && shownCell(ofGroup.cell) !== null)
      return `${figure.name}: ${explore.groupFigure(ofGroup.name, figureWords(ofGroup))}`;
    return `${figure.name}: ${figureWords(figure)}`;
  };
}
