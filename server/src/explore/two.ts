import { compareTwo, type NamedFigure } from "@tiltas/analysis/comparison";
import type { ComparedTwo, ExploreCell, ExploreTable } from "@tiltas/contract/explore";
import { Refusal } from "@tiltas/contract/problems";
import type { FrameFile } from "../computing/explore-files.ts";

type Text = Readonly<Record<string, string>>;
type Row = ExploreTable["rows"][number];
type Shown = Extract<ExploreCell, { value: number }>;

/** What the two cells stand in, and which two they are. */
export interface Pair {
  readonly frame: FrameFile;
  readonly table: ExploreTable;
  /** Places of two rows and how far their errors hang together, in thousandths. */
  readonly correlations: readonly (readonly [number, number, number])[];
  readonly one: string;
  readonly other: string;
}

/** Two released cells in a sentence; what is hidden stays hidden, with its reason. */
export function compared({ frame, table, correlations, one, other }: Pair): ComparedTwo {
  const { measure, crossing, rows } = table;
  const [a, b] = [placeOf(rows, one), placeOf(rows, other)];
  const [first, second] = [rows[a]!, rows[b]!];
  const sides = {
    measure,
    crossing,
    one: { domain: first.domain, cell: first.cell },
    other: { domain: second.domain, cell: second.cell },
  };
  const about = aboutMeasure(frame, measure);
  const names = [first, second].map(({ domain }) => nameOf(frame, crossing, domain)) as [Text, Text];
  if (!isShown(first.cell) || !isShown(second.cell))
    return { ...sides, difference: null, sentence: refusal(about.label, names, [first.cell, second.cell]) };
  const { sentence, difference, ...found } = compareTwo({
    indicator: about,
    one: named(names[0], first.cell),
    other: named(names[1], second.cell),
    correlation: correlationOf(correlations, a, b),
    hasTests: frame.testsOn,
    ...(frame.sampling ? { interval: frame.sampling.interval } : {}),
  });
  return { ...sides, difference: { value: difference, ...found }, sentence };
}

const isShown = (cell: ExploreCell): cell is Shown =>
  cell.state === "published" || cell.state === "few-observations";

const named = (name: Text, { value, standardError, degreesOfFreedom, respondents }: Shown): NamedFigure => ({
  name,
  value,
  standardError,
  degreesOfFreedom,
  respondents,
});

function placeOf(rows: readonly Row[], domain: string): number {
  const at = rows.findIndex((row) => row.domain.join() === domain);
  if (at < 0) throw new Refusal("not-in-lattice", "This cut has no such domain. Choose two from its list.");
  return at;
}

function correlationOf(pairs: Pair["correlations"], a: number, b: number): number {
  const found = pairs.find(([one, other]) => (one === a && other === b) || (one === b && other === a));
  return (found?.[2] ?? 0) / 1_000;
}

function aboutMeasure({ measures, indicators }: FrameFile, id: string) {
  const measure = measures.find((one) => one.id === id);
  const { unit, direction } = indicators.find((one) => one.id === measure?.indicator) ?? {
    unit: "number" as const,
    direction: "none" as const,
  };
  return { unit, direction, label: measure?.label ?? {} };
}

function nameOf({ dimensions }: FrameFile, crossing: readonly string[], domain: readonly string[]): Text {
  const labels = domain.map((code, at) => {
    const codes = dimensions.find(({ id }) => id === crossing[at])?.codes;
    return codes?.find((one) => one.code === code)?.label ?? {};
  });
  const said = (language: string) =>
    labels.map((label, at) => label[language] ?? domain[at] ?? "").join(", ");
  return { lt: said("lt"), en: said("en") };
}

const hidden = {
  "too-few": { lt: "per mažai atsakiusiųjų", en: "too few respondents to be precise" },
  protected: { lt: "nerodoma, kad nebūtų atpažinti žmonės", en: "hidden to protect people" },
  "left-out": { lt: "rodiklis ne apie šiuos žmones", en: "the indicator is not about these people" },
  "not-shown-here": { lt: "šiuo pjūviu nerodoma", en: "not shown at this level" },
  "not-estimable": { lt: "negalima apskaičiuoti", en: "cannot be estimated" },
} as const;

/** Why there is no comparison: what each side lacks. */
function refusal(
  label: Text,
  names: readonly [Text, Text],
  cells: readonly [ExploreCell, ExploreCell],
): ComparedTwo["sentence"] {
  const say = (language: "lt" | "en") => {
    const lacks = cells.flatMap((cell, at) =>
      isShown(cell) ? [] : [`${names[at]?.[language] ?? ""} – ${hidden[cell.state][language]}`],
    );
    const head = { lt: "negalima palyginti", en: "cannot be compared" }[language];
    return `${label[language] ?? label.en ?? ""}: ${head}; ${lacks.join("; ")}.`;
  };
  return { lt: say("lt"), en: say("en") };
}
