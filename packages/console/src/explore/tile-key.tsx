import { type FigureUnit, useStrings } from "../shell/index.ts";

/** What the fillings of the map mean, in words beside each. */
export function TileKey({ bounds, unit }: { bounds: readonly number[]; unit: FigureUnit }) {
  const { explore, format } = useStrings();
  const { mapLegend } = explore;
  const steps = bounds.slice(0, -1);
  return (
    <figcaption className="tile-key">
      {steps.length === 0 ? null : (
        <ul className="tile-steps">
          {steps.map((bound, step) => (
            <li key={bound}>
              <Sample filling={`tile-own step-${step}`} />
              {`${format.tick(bound, unit)}–${format.tick(bounds[step + 1] ?? bound, unit)}`}
            </li>
          ))}
        </ul>
      )}
      <ul className="tile-steps">
        <li>
          <Sample filling="tile-group" />
          {mapLegend.group}
        </li>
        <li>
          <Sample filling="tile-pooled" />
          {mapLegend.pooled}
        </li>
        <li>
          <Sample filling="tile-hidden" />
          {mapLegend.hidden}
        </li>
        <li>
          <Sample filling="tile-none" />
          {mapLegend.none}
        </li>
      </ul>
    </figcaption>
  );
}

function Sample({ filling }: { filling: string }) {
  return (
    <svg className={`tile tile-sample ${filling}`} viewBox="0 0 44 28" aria-hidden="true" focusable="false">
      <rect className="tile-ground" x="1" y="1" width="42" height="26" rx="4" />
      {filling === "tile-group" ? (
        <rect className="tile-group step-3" x="14" y="6" width="16" height="16" rx="3" />
      ) : null}
      {filling === "tile-pooled" ? <path className="tile-pooled" d="M29 1h10a4 4 0 0 1 4 4v10z" /> : null}
    </svg>
  );
}
