import type { Draw, GivenField, Measure } from "../definition/index.ts";
import type { NotesLanguage } from "./model.ts";

/**
 * How an item is filled that nobody is asked, for people who read the questionnaire or the data; undefined for one that
 * is asked.
 */
export function filledIn(
  { role, given, draw }: Pick<Measure, "role" | "given" | "draw">,
  language: NotesLanguage,
): string | undefined {
  const words = language === "lt" ? lithuanian : english;
  if (role === "given" && given !== undefined) return `${words.given}: ${words.fields[given]}`;
  if (role !== "drawn" || draw === undefined) return undefined;
  return [`${words.drawn}: ${sizeIn(draw, words)}`, ...rulesIn(draw, words)].join("; ");
}

function sizeIn({ size, by, from }: Draw, words: Words): string {
  const pool = from === undefined ? "" : ` ${words.from(from)}`;
  if (typeof size === "number") return `${words.atMost(size)}${pool}`;
  const sizes = Object.entries(size).map(
    ([code, count]) => `${code} – ${count === "all" ? words.all : words.atMost(count)}`,
  );
  return `${words.by(by ?? "")} ${sizes.join(", ")}${pool}`;
}

function rulesIn({ eligible = {}, shares = {} }: Draw, words: Words): string[] {
  const conditions = Object.entries(eligible).map(([code, condition]) => `${code} (${condition})`);
  const parts = Object.entries(shares).map(([code, share]) => `${code} ${share}`);
  return [
    ...(conditions.length === 0 ? [] : [`${words.onlyIf}: ${conditions.join(", ")}`]),
    ...(parts.length === 0 ? [] : [`${words.shares}: ${parts.join(", ")}`]),
  ];
}

interface Words {
  readonly given: string;
  readonly fields: Readonly<Record<GivenField, string>>;
  readonly drawn: string;
  readonly all: string;
  readonly onlyIf: string;
  readonly shares: string;
  atMost(count: number): string;
  from(item: string): string;
  by(item: string): string;
}

const english: Words = {
  given: "Nobody is asked; the application fills it in",
  fields: {
    mode: "how the answers are given",
    form: "the short or the long form",
    stage: "pilot or fieldwork",
    sample: "how the person was found",
    consents: "the separate consents that were given",
  },
  drawn: "Nobody is asked; drawn by chance for each respondent",
  all: "all",
  onlyIf: "only under a condition",
  shares: "chance in proportion (1 where not named)",
  atMost: (count) => `at most ${count}`,
  from: (item) => `of those chosen in ${item}`,
  by: (item) => `by ${item}:`,
};

const lithuanian: Words = {
  given: "Neklausiama; užpildo programa",
  fields: {
    mode: "kaip atsakoma",
    form: "trumpoji ar ilgoji forma",
    stage: "bandomasis ar tikrasis tyrimas",
    sample: "kaip rastas žmogus",
    consents: "duoti atskiri sutikimai",
  },
  drawn: "Neklausiama; kiekvienam respondentui parenkama atsitiktinai",
  all: "visi",
  onlyIf: "tik su sąlyga",
  shares: "tikimybė pagal dalis (nepaminėtų – 1)",
  atMost: (count) => `ne daugiau kaip ${count}`,
  from: (item) => `iš pažymėtų klausime ${item}`,
  by: (item) => `pagal ${item}:`,
};
