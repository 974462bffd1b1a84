import type { Shape } from "./boundaries.ts";
import type { DrawnTile } from "./tiles.ts";
import { useNarrow } from "./use-narrow.ts";

/** Size of a square and the gap after it, in units of the drawing. */
export const width = 100;
export const height = 78;

interface TileMarkProps {
  tile: DrawnTile;
  /** Where boundaries of somebody's own are drawn instead of squares. */
  shape: Shape | undefined;
  words: string;
  isChosen: boolean;
  /** The one tile that the Tab key reaches. */
  isNext: boolean;
  onChoose: () => void;
}

/** One municipality of the map, as a square with its name or in its own boundaries. */
export function TileMark({ tile, shape, words, isChosen, isNext, onChoose }: TileMarkProps) {
  const isNarrow = useNarrow();
  const name = isNarrow ? tile.letters : tile.short;
  const { filling } = tile;
  const step = filling.kind === "own" ? ` step-${filling.step}` : "";
  return (
    <g
      role="option"
      aria-label={`${name}. ${words}`}
      aria-selected={isChosen}
      tabIndex={isNext ? 0 : -1}
      data-tile={tile.code}
      className={`tile tile-${filling.kind}${step}`}
      onFocus={onChoose}
      onPointerEnter={onChoose}
      onClick={onChoose}
    >
      {shape === undefined ? (
        <Square tile={tile} name={name} isNarrow={isNarrow} />
      ) : (
        <Area tile={tile} shape={shape} />
      )}
    </g>
  );
}

function Square({ tile, name, isNarrow }: { tile: DrawnTile; name: string; isNarrow: boolean }) {
  const { filling, figure } = tile;
  return (
    <g transform={`translate(${tile.column * width} ${tile.row * height})`}>
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

function Area({ tile: { filling, figure }, shape }: { tile: DrawnTile; shape: Shape }) {
  const [x, y] = shape.middle;
  return (
    <>
      <path className="tile-ground" fillRule="evenodd" d={shape.path} />
      {filling.kind === "group" ? (
        <rect
          className={`tile-group step-${filling.step}`}
          x={x - 8}
          y={y - 8}
          width="16"
          height="16"
          rx="3"
        />
      ) : null}
      {filling.kind === "own" && figure?.stands === "pooled" ? (
        <path className="tile-pooled" d={`M${x} ${y - 8}h14v14z`} />
      ) : null}
    </>
  );
}

/** Two hatchings that are never taken for each other: slanted is hidden, dotted is nothing there. */
export function Hatchings() {
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
