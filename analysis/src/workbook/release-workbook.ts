import { outsidePopulation } from "../lattice/index.ts";
import { type Manifest, type ReleaseFile, readingOf } from "../release/index.ts";
import { Book } from "./book.ts";
import { ChartData } from "./chart-data.ts";
import { dimensionName, domainsOfLife } from "./naming.ts";
import { writeAlike } from "./sheets/alike-sheet.ts";
import { writeAnswers } from "./sheets/answers-sheet.ts";
import { channelsShown, writeChannels } from "./sheets/channels-sheet.ts";
import { writeGroupCharts, writeMunicipalityCharts } from "./sheets/chart-sheets.ts";
import { writeComparisons } from "./sheets/comparisons-sheet.ts";
import { writeContents } from "./sheets/contents-sheet.ts";
import { writeData } from "./sheets/data-sheet.ts";
import { drawnDomain, writeDomainCharts } from "./sheets/domain-charts.ts";
import { partsOf, writeDomain } from "./sheets/domain-sheet.ts";
import { writeCover, writeHow, writeLegend } from "./sheets/front-sheets.ts";
import { writeIndicators } from "./sheets/indicators-sheet.ts";
import { writeCodebook, writeMethod, writeProvenance } from "./sheets/method-sheets.ts";
import { writeOthers } from "./sheets/others-sheet.ts";
import { isOutside, type Place, placesOf, writePlace } from "./sheets/place-sheet.ts";
import { writeQuality } from "./sheets/quality-sheet.ts";
import { writeSensitivity } from "./sheets/sensitivity-sheet.ts";
import { writeSummary } from "./sheets/summary-sheet.ts";
import { writeTrendCharts, writeTrends } from "./sheets/trends-sheet.ts";
import { writeWeights } from "./sheets/weights-sheet.ts";
import type { colour } from "./style.ts";
import type { Language } from "./texts/index.ts";

export interface WorkbookInput {
  readonly release: ReleaseFile;
  /** Releases of earlier waves under the same policy, in any order; the wave before is found among them by its id. */
  readonly previousReleases?: readonly ReleaseFile[];
  readonly manifest: Manifest;
  readonly language: Language;
}

interface Planned {
  readonly key: string;
  readonly name: string;
  /** The whole title, where the name of a sheet has no room for it. */
  readonly title: string;
  readonly about: string;
  readonly tab: keyof typeof colour;
  readonly write: () => void;
}

/** The ministry's workbook of a release: the same input gives the same bytes. Nothing but the release is read. */
export async function writeReleaseWorkbook(input: WorkbookInput): Promise<Uint8Array> {
  const { release, previousReleases = [], manifest, language } = input;
  const earlier = previousReleases.find(
    ({ wave, policy }) => wave.id === release.previous?.id && policy === release.policy,
  );
  const book = new Book({
    reading: readingOf(release),
    before: earlier ? readingOf(earlier) : null,
    manifest,
    language,
  });
  const sheets = planned(book);
  for (const { key, name, tab } of sheets) book.announce(key, name, tab);
  for (const { write } of sheets) write();
  return book.close();
}

/** The sheets in their order. The sheet behind the charts stands last and is filled as they are drawn. */
function planned(book: Book): Planned[] {
  let chartData: ChartData | undefined;
  const data = (): ChartData => {
    chartData ??= new ChartData(book);
    return chartData;
  };
  const named = namer(book);
  const announced = () => all.filter(({ key }) => book.has(key));
  const all: Planned[] = [
    named("cover", "green", () => writeCover(book)),
    named("how", "green", () => writeHow(book)),
    named("contents", "green", () => writeContents(book, announced())),
    named("summary", "green", () => writeSummary(book, data())),
    named("indicators", "green", () => writeIndicators(book)),
    ...domainSheets(book, data),
    named("groupCharts", "slate", () => writeGroupCharts(book, data())),
    named("municipalityCharts", "slate", () => writeMunicipalityCharts(book, data())),
    named("trends", "slate", () => writeTrends(book)),
    named("trendCharts", "slate", () => writeTrendCharts(book, data())),
    named("comparisons", "slate", () => writeComparisons(book)),
    named("alike", "slate", () => writeAlike(book)),
    named("channels", "slate", () => writeChannels(book)),
    ...placeSheets(book, data),
    named("data", "hairline", () => writeData(book)),
    named("others", "hairline", () => writeOthers(book)),
    named("weights", "hairline", () => writeWeights(book)),
    named("sensitivity", "hairline", () => writeSensitivity(book)),
    named("quality", "hairline", () => writeQuality(book)),
    named("method", "hairline", () => writeMethod(book)),
    named("codebook", "hairline", () => writeCodebook(book)),
    named("answers", "hairline", () => writeAnswers(book)),
    named("legend", "hairline", () => writeLegend(book)),
    named("provenance", "hairline", () => writeProvenance(book)),
    named("chartData", "hairline", () => data().close()),
  ];
  return all.filter(({ key }) => isNeeded(book, key));
}

/** Sheets that go by a name of the texts. */
function namer({ texts: { sheets, about } }: Book) {
  return (key: keyof typeof sheets, tab: Planned["tab"], write: () => void): Planned => ({
    key,
    name: sheets[key],
    title: sheets[key],
    about: about[key],
    tab,
    write,
  });
}

function placeSheets(book: Book, data: () => ChartData): Planned[] {
  return placesOf(book).map((place) => ({
    key: place.key,
    name: place.label,
    title: place.label,
    about: aboutPlace(book, place),
    tab: place.crossing[0] === "municipality-group" ? "sand" : "paleSand",
    write: () => writePlace(book, place, data()),
  }));
}

function aboutPlace(book: Book, place: Place): string {
  if (isOutside(place)) return dimensionName(book, outsidePopulation);
  return place.group ? book.say(place.group.label) : book.texts.about.group;
}

/** A domain of life: its tables, then its pictures. */
function domainSheets(book: Book, data: () => ChartData): Planned[] {
  return domainsOfLife(book).flatMap((domain): Planned[] => {
    const drawn = drawnDomain(book, domain);
    const tables = partsOf(book, domain).map((part) => ({
      key: part.key,
      name: domain.label,
      title: part.title,
      about: part.indicators.map(({ label }) => book.say(label)).join("; "),
      tab: "sand" as const,
      write: () => writeDomain(book, part),
    }));
    if (!drawn) return tables;
    const { key, title } = drawn;
    const about = book.texts.about.domainCharts;
    const write = () => writeDomainCharts(book, drawn, data());
    return [...tables, { key, name: title, title, about, tab: "slate", write }];
  });
}

/** Sheets about waves stand only where there are two; sheets of charts only where there is something to draw. */
function isNeeded({ reading, before, drawn }: Book, key: string): boolean {
  const { comparisons, crossings, indicators } = reading.release;
  const has = (dimension: string) =>
    crossings.some(({ crossing }) => crossing.length === 1 && crossing[0] === dimension);
  const headline = indicators.some((one) => one.headline);
  if (key === "trends") return reading.release.previous !== null;
  if (key === "trendCharts") return before !== null && headline;
  if (key === "comparisons") return comparisons.length > 0;
  if (key === "answers") return reading.release.questions.length > 0;
  if (key === "alike") return reading.release.alike.length > 0;
  if (key === "channels") return !drawn && headline && channelsShown({ reading }).length > 0;
  if (key === "weights") return reading.release.weighting !== null;
  if (key === "sensitivity") return reading.release.sensitivity.length > 0;
  if (key === "groupCharts") return has("municipality-group") && headline;
  if (key === "municipalityCharts") return has("municipality") && headline;
  return true;
}
