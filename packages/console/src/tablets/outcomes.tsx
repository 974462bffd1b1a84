import { Disposition, type StaffCase } from "@tiltas/contract/devices";
import { useStrings } from "../shell/index.ts";

/** How many cases ended in which way; ways that nobody went are left out. */
export function Outcomes({ cases }: { cases: readonly StaffCase[] }) {
  const { tablets, format } = useStrings();
  const { cases: words } = tablets;
  const counts = Disposition.options
    .map((disposition) => ({
      disposition,
      count: cases.filter((one) => one.disposition === disposition).length,
    }))
    .filter(({ count }) => count > 0);
  return (
    <section className="stack" aria-labelledby="outcomes">
      <h2 id="outcomes">{words.outcomes}</h2>
      <dl className="outcomes">
        {counts.map(({ disposition, count }) => (
          <div key={disposition} data-disposition={disposition}>
            <dt>{words.dispositions[disposition]}</dt>
            <dd>{format.number(count)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
