import type { Weighing } from "@tiltas/contract/weighing";
import { type FigureUnit, inLanguage, useSpeech } from "../shell/index.ts";
import { ReadTable, type TableColumn } from "../tables/index.ts";

interface Shift {
  readonly key: string;
  readonly alternative: string;
  readonly indicator: string;
  readonly unit: FigureUnit;
  readonly shift: number;
}

const units: readonly FigureUnit[] = [
  "percent",
  "score-0-10",
  "index-0-1",
  "index-0-100",
  "points",
  "number",
  "days",
];

/** How far headline figures would move had weights been made otherwise. */
export function Sensitivity({ sensitivity }: { sensitivity: Weighing["sensitivity"] }) {
  const { language, strings } = useSpeech();
  const { weigh, format } = strings;
  const compare = new Intl.Collator(language).compare;
  const rows = sensitivity.flatMap(({ name, shifts }, i) =>
    shifts.map(
      ({ measure, label, unit, shift }): Shift => ({
        key: `${i} ${measure}`,
        alternative: inLanguage(name, language),
        indicator: inLanguage(label, language),
        unit: units.find((known) => known === unit) ?? "number",
        shift,
      }),
    ),
  );
  const words = (id: "indicator" | "alternative", title: string): TableColumn<Shift> => ({
    id,
    title,
    cell: (row) => row[id],
    plain: (row) => row[id],
    order: (one, other) => compare(one[id], other[id]),
  });
  const columns: TableColumn<Shift>[] = [
    words("indicator", weigh.indicator),
    words("alternative", weigh.alternative),
    {
      id: "shift",
      title: weigh.shift,
      numeric: true,
      cell: ({ shift, unit }) => format.difference(shift, unit),
      plain: ({ shift }) => shift,
      order: (one, other) => one.shift - other.shift,
    },
  ];
  return (
    <>
      <h3>{weigh.sensitivityTitle}</h3>
      <p className="quiet">{rows.length === 0 ? weigh.sensitivityNone : weigh.sensitivityLead}</p>
      {rows.length === 0 ? null : (
        <ReadTable
          label={weigh.sensitivityTitle}
          columns={columns}
          rows={rows}
          rowId={({ key }) => key}
          sortedBy="indicator"
        />
      )}
    </>
  );
}
