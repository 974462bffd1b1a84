import type { ResponseQuality } from "@tiltas/contract/quality";
import { BarRows } from "../pictures/index.ts";
import { inLanguage, useSpeech } from "../shell/index.ts";

/** Who answered and how: by language, mode and channel. */
export function Counts({ counts }: { counts: ResponseQuality["counts"] }) {
  const { language, strings } = useSpeech();
  const { quality, format } = strings;
  const languages = new Intl.DisplayNames(language, { type: "language" });
  const nameOf = (dimension: string, code: string) => {
    if (dimension === "language") return languages.of(code) ?? code;
    return dimension === "mode" ? (quality.modes[code] ?? code) : code;
  };
  const dimensions = [...new Set(counts.map(({ dimension }) => dimension))];
  if (dimensions.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="counts">
      <h2 id="counts">{quality.countsTitle}</h2>
      {dimensions.map((dimension) => {
        const rows = counts
          .filter((count) => count.dimension === dimension)
          .map(({ code, label, respondents }) => ({
            key: code,
            name: inLanguage(label, language) || nameOf(dimension, code),
            value: respondents,
            words: format.number(respondents),
          }));
        const title = quality.dimensions[dimension] ?? dimension;
        return (
          <div key={dimension} className="counted">
            <h3>{title}</h3>
            <BarRows label={title} rows={rows} />
            <CountList heads={[quality.category, quality.respondents]} rows={rows} />
          </div>
        );
      })}
    </section>
  );
}

/** Responses that did not enter, by reason. */
export function Exclusions({ exclusions }: { exclusions: ResponseQuality["exclusions"] }) {
  const { quality, format } = useSpeech().strings;
  const rows = Object.entries(exclusions).map(([reason, responses]) => ({
    key: reason,
    name: quality.reasons[reason] ?? reason,
    words: responses === null ? quality.fewerThanTen : format.number(responses),
  }));
  return (
    <section className="stack" aria-labelledby="excluded">
      <h2 id="excluded">{quality.excludedTitle}</h2>
      {rows.length === 0 ? (
        <p className="quiet">{quality.excludedNone}</p>
      ) : (
        <CountList heads={[quality.reason, quality.responses]} rows={rows} isSeen />
      )}
    </section>
  );
}

interface CountListProps {
  heads: readonly [string, string];
  rows: readonly { readonly key: string; readonly name: string; readonly words: string }[];
  /** Where bars show the same, the table is for those who cannot see them. */
  isSeen?: boolean;
}

function CountList({ heads: [what, count], rows, isSeen = false }: CountListProps) {
  return (
    <table className={isSeen ? "list count-list" : "unseen"}>
      <thead>
        <tr>
          <th scope="col">{what}</th>
          <th scope="col" className="numeric">
            {count}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, words }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            <td className="numeric" data-head={count}>
              {words}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
