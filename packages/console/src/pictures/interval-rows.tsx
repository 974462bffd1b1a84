import { type FigureUnit, useStrings } from "../shell/index.ts";
import { type Scale, scaleOver } from "./scale.ts";

export interface IntervalRow {
  readonly key: string;
  readonly name: string;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  /** What stands beside the drawing, such as the figure and n. */
  readonly words: string;
  /** Few observations: an empty dot. */
  readonly few?: boolean;
}

interface IntervalRowsProps {
  /** What the picture shows, and that a table holds the same. */
  label: string;
  unit: FigureUnit;
  rows: readonly IntervalRow[];
  /** How a tick of the scale is written; in the unit itself, unless given. */
  tick?: (value: number) => string;
  /** A dashed line through all rows, such as the figure of the country. */
  line?: number | undefined;
  /** Explains the dashed line. */
  caption?: string | undefined;
}

/** One line a row: a thin bar for the interval with a dot for the figure, all on one scale. */
export function IntervalRows({ label, unit, rows, tick, line, caption }: IntervalRowsProps) {
  const { format } = useStrings();
  const ends = rows.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value]);
  const most = unit === "percent" ? 1 : undefined;
  const scale = scaleOver(line === undefined ? ends : [...ends, line], { most });
  if (rows.length === 0) return null;
  return (
    <figure className="intervals" aria-label={label}>
      <div className="interval-row interval-head" aria-hidden="true">
        <svg className="interval-axis" focusable="false" aria-hidden="true">
          {scale.ticks.map((value) => (
            <text key={value} x={`${scale.at(value)}%`} y="1em">
              {tick === undefined ? format.tick(value, unit) : tick(value)}
            </text>
          ))}
        </svg>
      </div>
      <ol className="interval-rows" aria-hidden="true">
        {rows.map((row) => (
          <li key={row.key} className="interval-row">
            <span className="interval-name">{row.name}</span>
            <Bar row={row} scale={scale} line={line} />
            <span className="interval-words">{row.words}</span>
          </li>
        ))}
      </ol>
      {caption === undefined ? null : <figcaption className="legend">{caption}</figcaption>}
    </figure>
  );
}

function Bar({ row, scale, line }: { row: IntervalRow; scale: Scale; line: number | undefined }) {
  const { value, low, high } = row;
  const at = (place: number) => `${scale.at(place)}%`;
  return (
    <svg className="interval-bar" focusable="false" aria-hidden="true">
      {scale.ticks.map((tick) => (
        <line
          key={tick}
          className={tick === 0 ? "interval-zero" : "interval-grid"}
          x1={at(tick)}
          x2={at(tick)}
          y1="0"
          y2="100%"
        />
      ))}
      {line === undefined ? null : (
        <line className="interval-line" x1={at(line)} x2={at(line)} y1="0" y2="100%" />
      )}
      {low === null || high === null ? null : (
        <line className="interval-span" x1={at(low)} x2={at(high)} y1="50%" y2="50%" />
      )}
      <circle
        className={row.few ? "interval-dot interval-few" : "interval-dot"}
        cx={at(value)}
        cy="50%"
        r="4.5"
      />
    </svg>
  );
}
