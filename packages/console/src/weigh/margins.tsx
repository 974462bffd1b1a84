import { useQuery } from "@tanstack/react-query";
import type { MarginRead, MarginsCheck, MarginsShown } from "@tiltas/contract/margins";
import { Empty, Loading, ProblemNote, useMay, useSpeech } from "../shell/index.ts";
import { ReadTable, type TableColumn } from "../tables/index.ts";
import { marginsQuery } from "./queries.ts";
import { Upload } from "./upload.tsx";

/** Which known totals weights are made from, and where another file is given. */
export function Margins({ wave }: { wave: string }) {
  const { weigh } = useSpeech().strings;
  const allowed = useMay();
  const margins = useQuery(marginsQuery(wave));
  return (
    <section className="stack" aria-labelledby="margins">
      <h2 id="margins">{weigh.marginsTitle}</h2>
      {margins.isPending ? <Loading /> : null}
      <ProblemNote problem={margins.error} onRetry={() => margins.refetch()} />
      {margins.data === undefined ? null : <Current shown={margins.data} />}
      {allowed("margins.write") ? <Upload wave={wave} /> : null}
      {margins.data === undefined || margins.data.earlier.length === 0 ? null : (
        <Earlier earlier={margins.data.earlier} />
      )}
    </section>
  );
}

function Current({ shown: { current } }: { shown: MarginsShown }) {
  const { weigh } = useSpeech().strings;
  if (current === null) return <Empty title={weigh.marginsNoneTitle}>{weigh.marginsNone}</Empty>;
  return (
    <>
      <p data-testid="margins-current">
        {weigh.current(current.name ?? weigh.ofWave, current.at, current.by)}
      </p>
      <WhatWasRead check={current.check} />
    </>
  );
}

/** Each margin as it was read, to be held against the letter it came in. */
export function WhatWasRead({ check }: { check: MarginsCheck }) {
  const { weigh } = useSpeech().strings;
  const columns = useMarginColumns();
  return (
    <>
      {check.total === null ? null : <p>{weigh.total(check.total)}</p>}
      {check.demonstration ? <p className="remark">{weigh.demonstration}</p> : null}
      {check.margins.length === 0 ? null : (
        <ReadTable
          label={weigh.marginsTitle}
          columns={columns}
          rows={check.margins}
          rowId={({ id }) => id}
          sortedBy="margin"
          testId="margins-read"
        />
      )}
    </>
  );
}

function useMarginColumns(): TableColumn<MarginRead>[] {
  const { language, strings } = useSpeech();
  const { weigh, format } = strings;
  const compare = new Intl.Collator(language).compare;
  const words = (
    id: string,
    title: string,
    read: (margin: MarginRead) => string,
  ): TableColumn<MarginRead> => ({
    id,
    title,
    cell: read,
    plain: read,
    order: (one, other) => compare(read(one), read(other)),
  });
  const number = (
    id: string,
    title: string,
    read: (margin: MarginRead) => number,
    write: (value: number) => string,
  ): TableColumn<MarginRead> => ({
    id,
    title,
    numeric: true,
    cell: (margin) => write(read(margin)),
    plain: read,
    order: (one, other) => read(one) - read(other),
  });
  const { columns, roles } = weigh;
  return [
    words("margin", columns.margin, ({ dimensions }) =>
      dimensions.map((role) => roles[role] ?? role).join(" × "),
    ),
    number("cells", columns.cells, ({ cells }) => cells, format.number),
    number("total", columns.total, ({ total }) => total, format.number),
    number("gap", columns.gap, ({ gap }) => gap, format.share),
    { ...words("date", columns.date, ({ date }) => date), numeric: true },
    words("source", columns.source, ({ sources }) => sources.join("; ")),
    words("confidence", columns.confidence, ({ confidences }) =>
      confidences.map((one) => weigh.confidences[one] ?? one).join("; "),
    ),
  ];
}

function Earlier({ earlier }: { earlier: MarginsShown["earlier"] }) {
  const { weigh, format } = useSpeech().strings;
  const { columns } = weigh;
  return (
    <>
      <h3>{weigh.earlier}</h3>
      <table className="list">
        <thead>
          <tr>
            <th scope="col">{columns.name}</th>
            <th scope="col">{columns.when}</th>
            <th scope="col">{columns.who}</th>
          </tr>
        </thead>
        <tbody>
          {earlier.map(({ digest, name, by, at }) => (
            <tr key={`${digest} ${at}`}>
              <th scope="row">{name}</th>
              <td data-head={columns.when}>{format.moment(at)}</td>
              <td data-head={columns.who}>{by}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
