import { type KeyboardEvent, useRef, useState } from "react";
import { type FigureUnit, useStrings } from "../shell/index.ts";
import { type FigureRow, shownCell } from "./figure-rows.ts";
import { nextTile } from "./next-tile.ts";
import { remarkOf } from "./remark.ts";
import { TileKey } from "./tile-key.tsx";
import { tileColumns, tileRows } from "./tile-layout.ts";
import { type DrawnTile, drawTiles } from "./tiles.ts";
import { useNarrow } from "./use-narrow.ts";

interface TileMapProps {
  indicator: string;
  unit: FigureUnit;
  rows: readonly FigureRow[];
  groups: readonly FigureRow[];
}

const width = 100;
const height = 78;
/** Where reading begins: the capital. */
const first = "13";

/** The country as 60 squares; the figure of one of them is read by pointing or with the arrow keys. */
export function TileMap({ indicator, unit, rows, groups }: TileMapProps) {
  const { explore } = useStrings();
  const [chosen, setChosen] = useState<string>();
  const drawing = useRef<HTMLDivElement>(null);
  const { tiles, bounds } = drawTiles(rows, groups);
  const read = useTileWords(unit);
  const at = tiles.find(({ code }) => code === chosen);
  const move = (event: KeyboardEvent) => {
    const to = nextTile(chosen ?? first, event.key);
    if (!event.key.startsWith("Arrow")) return;
    event.preventDefault();
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
          viewBox={`-3 -3 ${tileColumns * width + 2} ${tileRows * height + 2}`}
          role="presentation"
          focusable="false"
        >
          <Hatchings />
          {tiles.map((tile) => (
            <TileMark
              key={tile.code}
              tile={tile}
              words={read(tile)}
              isChosen={tile.code === chosen}
              isNext={tile.code === (chosen ?? first)}
              onChoose={() => setChosen(tile.code)}
            />
          ))}
        </svg>
      </div>
      <p className="map-readout" role="status" data-testid="map-readout">
        {at === undefined ? explore.mapHint : read(at)}
      </p>
      <TileKey bounds={bounds} unit={unit} />
    </figure>
  );
}

interface TileMarkProps {
  tile: DrawnTile;
  words: string;
  isChosen: boolean;
  /** The one tile that the Tab key reaches. */
  isNext: boolean;
  onChoose: () => void;
}

function TileMark({ tile, words, isChosen, isNext, onChoose }: TileMarkProps) {
  const { filling, figure } = tile;
  const isNarrow = useNarrow();
  const name = isNarrow ? tile.letters : tile.short;
  const step = filling.kind === "own" ? ` step-${filling.step}` : "";
  return (
    <g
      role="option"
      aria-label={`${name}. ${words}`}
      aria-selected={isChosen}
      tabIndex={isNext ? 0 : -1}
      data-tile={tile.code}
      className={`tile tile-${filling.kind}${step}`}
      transform={`translate(${tile.column * width} ${tile.row * height})`}
      onFocus={onChoose}
      onPointerEnter={onChoose}
      onClick={onChoose}
    >
      <rect className="tile-ground" width={width - 4} height={height - 4} rx="6" />
      {filling.kind === "group" ? (
        <rect className={`tile-group step-${filling.step}`} x="38" y="44" width="20" height="20" rx="3" />
      ) : null}
      {filling.kind === "own" && figure?.stands === "pooled" ? (
        <path className="tile-pooled" d={`M${width - 24} 0h14a6 6 0 0 1 6 6v14z`} />
      ) : null}
      <text
        className={isNarrow ? "tile-letters" : "tile-short"}
        x={(width - 4) / 2}
        y={filling.kind === "group" ? 32 : isNarrow ? 48 : 42}
      >
        {name}
      </text>
    </g>
  );
}

/** Two hatchings that are never taken for each other: slanted is hidden, dotted is nothing there. */
function Hatchings() {
  return (
    <defs>
      <pattern
        id="hatch-hidden"
        width="9"
        height="9"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect className="hatch-ground" width="9" height="9" />
        <rect className="hatch-ink" width="3" height="9" />
      </pattern>
      <pattern id="hatch-none" width="10" height="10" patternUnits="userSpaceOnUse">
        <rect className="hatch-ground" width="10" height="10" />
        <circle className="hatch-ink" cx="5" cy="5" r="1.6" />
      </pattern>
    </defs>
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
