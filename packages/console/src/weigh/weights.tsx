import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Weighing, WeightingSheet } from "@tiltas/contract/weighing";
import { BarRows } from "../pictures/index.ts";
import { Empty, inLanguage, ProblemNote, useMay, useSpeech } from "../shell/index.ts";
import { ReadTable, type TableColumn } from "../tables/index.ts";
import { MarginFit } from "./margin-fit.tsx";
import { weighingQuery } from "./queries.ts";
import { Sensitivity } from "./sensitivity.tsx";

/** What weights do: margins before and after, how far weights lie apart, and what other choices would change. */
export function Weights({ wave }: { wave: string }) {
  const { weigh } = useSpeech().strings;
  const weighing = useQuery(weighingQuery(wave));
  return (
    <section className="stack" aria-labelledby="weights">
      <h2 id="weights">{weigh.weightsTitle}</h2>
      <ProblemNote problem={weighing.error} onRetry={() => weighing.refetch()} />
      {weighing.data === undefined ? null : <Computed wave={wave} weighing={weighing.data} />}
    </section>
  );
}

function Computed({ wave, weighing }: { wave: string; weighing: Weighing }) {
  const { weigh } = useSpeech().strings;
  const { sheet, computedAt, outdated, sensitivity } = weighing;
  if (computedAt === null)
    return (
      <Empty title={weigh.weightsNoneTitle} step={<ToCompute wave={wave} />}>
        {weigh.weightsNone}
      </Empty>
    );
  return (
    <>
      <p className="quiet">{weigh.computedAt(computedAt)}</p>
      {outdated ? (
        <div className="remark stack">
          <p>{weigh.outdated}</p>
          <ToCompute wave={wave} />
        </div>
      ) : null}
      {sheet === null ? null : <Sheet sheet={sheet} />}
      <Sensitivity sensitivity={sensitivity} />
    </>
  );
}

function ToCompute({ wave }: { wave: string }) {
  const { weigh } = useSpeech().strings;
  const allowed = useMay();
  return allowed("release.prepare") ? (
    <Link to="/release" search={{ wave }} className="button button-quiet">
      {weigh.toCompute}
    </Link>
  ) : null;
}

function Sheet({ sheet }: { sheet: WeightingSheet }) {
  const { language, strings } = useSpeech();
  const { weigh, format } = strings;
  return (
    <>
      <dl className="figures">
        <Fact
          name={weigh.designEffect}
          value={format.decimal(sheet.designEffect, 2)}
          hint={weigh.designEffectHint}
        />
        <Fact name={weigh.effective} value={format.number(Math.round(sheet.effectiveRespondents))} />
        <Fact name={weigh.largest} value={weigh.times(sheet.quantiles.at(-1) ?? 1)} />
        <Fact name={weigh.method} value={weigh.methods[sheet.method] ?? sheet.method} />
      </dl>
      {sheet.margins.map((margin) => (
        <MarginFit key={inLanguage(margin.name, "en")} margin={margin} />
      ))}
      <Spread quantiles={sheet.quantiles} />
      {sheet.notes.length === 0 ? null : (
        <ul className="plain-list">
          {sheet.notes.map((note) => (
            <li key={inLanguage(note, language)}>{inLanguage(note, language)}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function Fact({ name, value, hint }: { name: string; value: string; hint?: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
      {hint === undefined ? null : <dd className="hint">{hint}</dd>}
    </div>
  );
}

/** Shares of respondents at which the sheet gives the weight. */
const quantileShares = [0, 0.05, 0.25, 0.5, 0.75, 0.95, 1];

function Spread({ quantiles }: { quantiles: readonly number[] }) {
  const { weigh, format } = useSpeech().strings;
  const rows = quantiles.map((weight, i) => ({ share: quantileShares[i] ?? 1, weight }));
  const share = ({ share: below }: { share: number }) => format.tick(below, "percent");
  const columns: TableColumn<(typeof rows)[number]>[] = [
    {
      id: "share",
      title: weigh.quantile,
      cell: share,
      plain: share,
      order: (one, other) => one.share - other.share,
    },
    {
      id: "weight",
      title: weigh.weight,
      numeric: true,
      cell: ({ weight }) => format.decimal(weight, 2),
      plain: ({ weight }) => weight,
      order: (one, other) => one.weight - other.weight,
    },
  ];
  return (
    <>
      <h3>{weigh.spread}</h3>
      <BarRows
        label={weigh.spreadPicture}
        rows={rows.map((row) => ({
          key: String(row.share),
          name: share(row),
          value: row.weight,
          words: format.decimal(row.weight, 2),
        }))}
      />
      <ReadTable label={weigh.spread} columns={columns} rows={rows} rowId={share} sortedBy="share" />
    </>
  );
}
