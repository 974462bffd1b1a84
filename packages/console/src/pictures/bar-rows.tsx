interface BarRowsProps {
  /** What the picture shows, and that a table holds the same. */
  label: string;
  rows: readonly {
    readonly key: string;
    readonly name: string;
    readonly value: number;
    /** A second figure on the same scale, drawn as a lighter bar behind. */
    readonly behind?: number;
    readonly words: string;
  }[];
}

/** Bars on one scale that starts at zero, with their words beside them. */
export function BarRows({ label, rows }: BarRowsProps) {
  const longest = Math.max(...rows.map(({ value, behind = 0 }) => Math.max(value, behind)), 0) || 1;
  const length = (value: number) => Math.round((10_000 * value) / longest) / 100;
  return (
    <figure className="bars" aria-label={label}>
      <ol className="bar-rows" aria-hidden="true">
        {rows.map(({ key, name, value, behind = 0, words }) => (
          <li key={key} className="bar-row">
            <span className="bar-name">{name}</span>
            <svg
              className="band-bar"
              viewBox="0 0 100 10"
              preserveAspectRatio="none"
              focusable="false"
              aria-hidden="true"
            >
              <rect className="band-base" width="100" height="10" />
              <rect className="band-upto" width={length(behind)} height="10" />
              <rect className="band-least" width={length(value)} height="10" />
            </svg>
            <span className="band-words">{words}</span>
          </li>
        ))}
      </ol>
    </figure>
  );
}
