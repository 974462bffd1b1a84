import { isShown, type ReleaseFile, type ReleaseReading, readingOf } from "../../release/index.ts";
import { withUnit } from "../naming.ts";
import { texts as allTexts, type Language, type Texts, wording } from "../texts/index.ts";
import { type HtmlParts, html, type Safe } from "./html.ts";
import { pageStyle } from "./page-style.ts";
import { type Figure, rowOf } from "./row.ts";

type Say = (text: Readonly<Record<string, string>>) => string;

/** More would not fit on one page of A4. */
const mostRows = 22;

interface Speaker {
  readonly label: string;
  readonly dimension: "municipality" | "municipality-group";
  readonly code: string;
  readonly group: { readonly label: string; readonly code: string } | null;
}

/**
 * One A4 page of a municipality, as HTML that any browser prints to PDF. A municipality without enough answers
 * speaks through its group, and the page says so.
 *
 * @param code  of a municipality, or of a group of municipalities
 * @throws RangeError for a code the release does not know
 */
export function municipalitySheet(release: ReleaseFile, code: string, language: Language): string {
  const reading = readingOf(release);
  const texts = allTexts[language];
  const say = (text: Readonly<Record<string, string>>) => wording(text, language);
  const place = placeOf(reading, code, say);
  const own = figuresOf(reading, place, say, texts);
  const isSilent = place.group !== null && !own.some(({ cell }) => isShown(cell));
  const speaker = isSilent && place.group ? asGroup(place.group) : place;
  const figures = isSilent ? figuresOf(reading, speaker, say, texts) : own;
  const stands = release.ladder.find(({ municipality }) => municipality === code)?.stands;
  const sentences = [
    isSilent
      ? texts.onePage.silent(place.label, speaker.label)
      : texts.municipalityMessage(
          figures.filter(({ cell }) => isShown(cell)).length,
          figures.length,
          place.group?.label ?? null,
        ),
    ...(figures.length > mostRows ? [texts.onePage.first(mostRows)] : []),
    ...(stands === "pooled" && !isSilent ? [texts.pooledMessage] : []),
  ];
  return pageOf(release, texts, say, { title: place.label, speaker, sentences, figures });
}

function placeOf(reading: ReleaseReading, code: string, say: Say): Speaker {
  const groups = reading.codes("municipality-group");
  const asGiven = groups.find((group) => group.code === code);
  if (asGiven) return asGroup({ label: say(asGiven.label), code });
  const municipality = reading.codes("municipality").find((one) => one.code === code);
  if (!municipality)
    throw new RangeError(
      `The release has no municipality or group with the code "${code}". Take one from its lattice.`,
    );
  const members = reading.codes("municipality").filter(({ group }) => group === municipality.group);
  // A group of one says nothing beside its only member.
  const group = members.length > 1 ? groups.find((one) => one.code === municipality.group) : undefined;
  return {
    label: say(municipality.label),
    dimension: "municipality",
    code,
    group: group ? { label: say(group.label), code: group.code } : null,
  };
}

const asGroup = ({ label, code }: { label: string; code: string }): Speaker => ({
  label,
  dimension: "municipality-group",
  code,
  group: null,
});

/** Headline indicators first, then the others shown at this level. */
function figuresOf(
  reading: ReleaseReading,
  { dimension, code, group }: Speaker,
  say: Say,
  texts: Texts,
): Figure[] {
  const all = reading.release.indicators.flatMap((indicator): Figure[] => {
    const measure = reading.ownMeasure(indicator.id);
    const cell = reading.cell(measure, [dimension], [code]);
    if (!cell || cell.state === "not-shown-here" || cell.state === "left-out") return [];
    return [
      {
        indicator,
        label: labelOf(indicator, say, texts),
        cell,
        group: group ? reading.cell(measure, ["municipality-group"], [group.code]) : undefined,
        country: reading.cell(measure, [], []),
        change: reading.comparison("change", measure, [dimension], [code]),
        rest: reading.comparison("rest", measure, [dimension], [code]),
      },
    ];
  });
  const isFirst = ({ indicator, cell }: Figure) => indicator.headline && isShown(cell);
  return [...all.filter(isFirst), ...all.filter((one) => !isFirst(one))];
}

/** Percentages say so beside each figure. */
const labelOf = ({ label, unit }: Figure["indicator"], say: Say, texts: Texts): string =>
  unit === "percent" ? say(label) : withUnit(say(label), unit, texts);

interface Content {
  readonly title: string;
  readonly speaker: Speaker;
  readonly sentences: readonly string[];
  readonly figures: readonly Figure[];
}

function pageOf(release: ReleaseFile, texts: Texts, say: Say, content: Content): string {
  const { study, wave } = release;
  const { title, speaker, sentences, figures } = content;
  const hasGroup = speaker.group !== null;
  const page: Safe = html`<!doctype html>
<html lang="${texts.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${say(wave.title)}</title>
<style>${pageStyle}</style>
</head>
<body>
<header>
${warningsOf(release, texts, say).map((warning) => html`<p class="warning">${warning}</p>`)}
<h1>${title}</h1>
<p class="study">${say(study.title)} · ${say(wave.title)}</p>
</header>
<main>
${sentences.map((sentence) => html`<p>${sentence}</p>`)}
<table>
<thead><tr>${headOf(speaker, texts, say(release.sampling.interval))}</tr></thead>
<tbody>
${figures.slice(0, mostRows).map((figure) => rowOf(figure, texts, hasGroup))}
</tbody>
</table>
</main>
<footer>
<p>${texts.marksInShort}</p>
<p>${texts.onePage.picture(hasGroup)}</p>
<p>${texts.fieldwork(wave.opens, wave.closes)}</p>
</footer>
</body>
</html>
`;
  return page.text;
}

/** What a reader must know before the first figure. */
function warningsOf({ study, wave, weighting, sampling }: ReleaseFile, texts: Texts, say: Say): string[] {
  return [
    ...(study.synthetic ? [texts.synthetic] : []),
    ...(wave.sample === "clients" ? [texts.clientsOnly] : []),
    ...(weighting ? [] : [texts.unweighted]),
    ...(sampling.probability ? [] : [texts.notDrawn(say(sampling.unreached))]),
  ];
}

function headOf({ group }: Speaker, { heads }: Texts, interval: string): HtmlParts {
  return [
    html`<th scope="col" class="label">${heads.indicator}</th>`,
    html`<th scope="col" class="picture"><span class="unseen">${interval}</span></th>`,
    html`<th scope="col" class="number figure">${heads.estimate}</th>`,
    html`<th scope="col" class="number range">${interval}</th>`,
    html`<th scope="col" class="number count">n</th>`,
    ...(group ? [html`<th scope="col" class="number figure">${heads.group}</th>`] : []),
    html`<th scope="col" class="number figure">${heads.country}</th>`,
    html`<th scope="col" class="verdict">${heads.verdict}</th>`,
  ];
}
