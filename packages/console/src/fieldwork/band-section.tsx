import type { BandedCount } from "@tiltas/contract/waves";
import { inLanguage, useSpeech } from "../shell/index.ts";
import { ReadTable, type TableColumn } from "../tables/index.ts";
import { bandBars } from "./band-bars.ts";
import { shortPlace } from "./short-place.ts";

interface Band {
  readonly code: string;
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

interface BandSectionProps {
  name: "municipality" | "language";
  title: string;
  /** Head of the column that names the rows. */
  rowTitle: string;
  bands: readonly BandedCount[];
  day: string;
}

/** Counts by one dimension in bands of ten: the picture, then the table behind it. */
export function BandSection({ name, title, rowTitle, bands, day }: BandSectionProps) {
  const { language, strings } = useSpeech();
  const { fieldwork } = strings;
  const compare = new Intl.Collator(language).compare;
  const named = bands
    .map(({ code, label, from, to }) => ({ code, name: inLanguage(label, language) || code, from, to }))
    .sort((one, other) =>
      name === "municipality"
        ? compare(one.name, other.name)
        : other.from - one.from || compare(one.name, other.name),
    );
  return (
    <section className="bands" aria-labelledby={`bands-${name}`} data-bands={name}>
      <h2 id={`bands-${name}`}>{title}</h2>
      <p className="quiet">{fieldwork.bandsNote(day)}</p>
      <BandPicture bands={named} title={title} />
      <BandTable bands={named} title={title} rowTitle={rowTitle} />
    </section>
  );
}

function BandPicture({ bands, title }: { bands: readonly Band[]; title: string }) {
  const { fieldwork } = useSpeech().strings;
  const bars = bandBars(bands);
  return (
    <figure className="band-picture" aria-label={fieldwork.picture(title)}>
      <ol className={bands.length > 12 ? "band-rows band-rows-many" : "band-rows"} aria-hidden="true">
        {bands.map((band, index) => (
          <li key={band.code} className="band-row">
            <span className="band-name">{shortPlace(band.name)}</span>
            <svg
              className="band-bar"
              viewBox="0 0 100 10"
              preserveAspectRatio="none"
              focusable="false"
              aria-hidden="true"
            >
              <rect className="band-base" width="100" height="10" />
              <rect className="band-upto" width={bars[index]?.striped ?? 0} height="10" />
              <rect className="band-least" width={bars[index]?.solid ?? 0} height="10" />
            </svg>
            <span className="band-words">{fieldwork.bandOf(band.from, band.to)}</span>
          </li>
        ))}
      </ol>
      <figcaption className="legend">
        <span className="legend-least" />
        {fieldwork.legend.least}
        <span className="legend-upto" />
        {fieldwork.legend.upTo}
      </figcaption>
    </figure>
  );
}

function BandTable({ bands, title, rowTitle }: { bands: readonly Band[]; title: string; rowTitle: string }) {
  const { language, strings } = useSpeech();
  const { fieldwork } = strings;
  const compare = new Intl.Collator(language).compare;
  const columns: readonly TableColumn<Band>[] = [
    {
      id: "name",
      title: rowTitle,
      cell: (band) => band.name,
      plain: (band) => band.name,
      order: (one, other) => compare(one.name, other.name),
    },
    {
      id: "band",
      title: fieldwork.band,
      numeric: true,
      cell: (band) => fieldwork.bandOf(band.from, band.to),
      plain: (band) => fieldwork.bandOf(band.from, band.to),
      order: (one, other) => one.from - other.from,
    },
  ];
  return (
    <div className="band-table">
      <ReadTable label={title} columns={columns} rows={bands} rowId={(band) => band.code} sortedBy="name" />
    </div>
  );
}
