import { useStrings } from "../shell/index.ts";
import { fieldName } from "./field-name.ts";
import type { Difference, Json, Path } from "./json-place.ts";

/** Longer texts say less than they take. */
const longest = 60;

/** What is said otherwise, place by place. */
export function Differences({ differences }: { differences: readonly Difference[] }) {
  const { plan } = useStrings();
  return (
    <table className="list differences">
      <thead>
        <tr>
          <th scope="col">{plan.place}</th>
          <th scope="col">{plan.was}</th>
          <th scope="col">{plan.is}</th>
        </tr>
      </thead>
      <tbody>
        {differences.map(({ path, before, after }) => (
          <tr key={path.join("/")}>
            <th scope="row">
              <PlaceName path={path} />
            </th>
            <td data-head={plan.was}>{told(before, plan.nothing)}</td>
            <td data-head={plan.is}>{told(after, plan.nothing)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A place by the words of its field where there are some, and by its names in the text. */
export function PlaceName({ path }: { path: Path }) {
  const { plan } = useStrings();
  const [part, ...rest] = path;
  const field = fieldName(plan.fields, String(part), rest);
  const exact = rest.length === 0 ? null : <code>{rest.join(" › ")}</code>;
  return (
    <>
      {plan.parts[String(part)] ?? part}
      {field === undefined ? null : `: ${field}`}
      {exact === null ? null : <span className="place-code">{exact}</span>}
    </>
  );
}

function told(value: Json | undefined, nothing: string): string {
  if (value === undefined || value === null) return nothing;
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
