import type { DeviceSummary, StaffCase } from "@tiltas/contract/devices";
import { usePlaces } from "../places/index.ts";
import { useSpeech } from "../shell/index.ts";
import { type DataColumn, DataTable } from "../widgets/index.ts";

interface CaseTableProps {
  cases: readonly StaffCase[];
  tablets: readonly DeviceSummary[];
}

/** Every case by its number. */
export function CaseTable({ cases, tablets }: CaseTableProps) {
  const { language, strings } = useSpeech();
  const { cases: words } = strings.tablets;
  const places = usePlaces();
  const languageName = new Intl.DisplayNames(language, { type: "language" });
  const { compare } = new Intl.Collator(language, { numeric: true });
  const by =
    (text: (one: StaffCase) => string): DataColumn<StaffCase>["order"] =>
    (one, other) =>
      compare(text(one), text(other)) || compare(one.number, other.number);
  const column = (
    id: keyof typeof words.columns,
    text: (one: StaffCase) => string,
  ): DataColumn<StaffCase> => ({ id, title: words.columns[id], cell: text, order: by(text) });
  const tabletOf = ({ device }: StaffCase) => {
    if (device === null) return words.everyTablet;
    const tablet = tablets.find(({ id }) => id === device);
    if (tablet === undefined) return "";
    return tablet.revoked ? `${tablet.label} (${words.goneTablet})` : tablet.label;
  };
  return (
    <section className="stack" aria-labelledby="cases">
      <h2 id="cases">{words.list}</h2>
      <DataTable
        label={words.list}
        columns={[
          column("number", ({ number }) => number),
          column("place", ({ municipality }) => places.nameOf(municipality, strings.people.wholeCountry)),
          column("language", (one) =>
            one.language === null ? words.anyLanguage : (languageName.of(one.language) ?? one.language),
          ),
          column("tablet", tabletOf),
          column("outcome", ({ disposition }) => words.dispositions[disposition]),
        ]}
        rows={cases}
        rowId={({ id }) => id}
        sortedBy="number"
      />
    </section>
  );
}
