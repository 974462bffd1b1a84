import type { SetAsidePreview } from "@tiltas/contract/reviews";
import { inLanguage, useSpeech } from "../shell/index.ts";
import { type DataColumn, DataTable } from "../widgets/index.ts";

type Row = SetAsidePreview["indicators"][number];

/** What leaving some responses out would change; largest changes are a click away. */
export function Preview({ preview }: { preview: SetAsidePreview }) {
  const { setAside } = useSpeech().strings.review;
  return (
    <div className="preview" role="status">
      <p>{preview.responses === 0 ? setAside.none : setAside.covered(preview.responses, preview.of)}</p>
      {preview.indicators.length > 0 ? (
        <Indicators {...preview} />
      ) : preview.failure !== null ? (
        <p className="objection">{preview.failure}</p>
      ) : preview.responses > 0 ? (
        <p className="quiet">{setAside.few}</p>
      ) : null}
    </div>
  );
}

function Indicators({ indicators }: SetAsidePreview) {
  const { language, strings } = useSpeech();
  const { setAside } = strings.review;
  const { format } = strings;
  const { columns } = setAside;
  const tell = (value: number | null, told: (value: number) => string) =>
    value === null ? setAside.noValue : told(value);
  const { compare } = new Intl.Collator(language);
  const name = ({ label }: Row) => inLanguage(label, language);
  const numeric = (
    id: string,
    title: string,
    value: (row: Row) => number | null,
    told = format.tick,
  ): DataColumn<Row> => ({
    id,
    title,
    numeric: true,
    cell: (row) => tell(value(row), (known) => told(known, row.unit)),
    order: (one, other) => (value(one) ?? -Infinity) - (value(other) ?? -Infinity),
  });
  return (
    <>
      <p className="remark">{setAside.notReleased}</p>
      <DataTable
        label={setAside.table}
        rows={indicators}
        rowId={({ id }) => id}
        sortedBy="indicator"
        columns={[
          {
            id: "indicator",
            title: columns.indicator,
            cell: name,
            order: (one, other) => compare(name(one), name(other)),
          },
          numeric("with", columns.with, (row) => row.with.value),
          numeric("without", columns.without, (row) => row.without.value),
          numeric("change", columns.change, changeOf, format.difference),
        ]}
      />
    </>
  );
}

function changeOf(row: Row): number | null {
  const { value } = row.without;
  return value === null || row.with.value === null ? null : value - row.with.value;
}
