import { compareTwo, type NamedFigure } from "@tiltas/analysis/comparison";
import {
  isShown,
  type ReleasedIndicator,
  type ReleaseReading,
  readingOf,
  type ShownCell,
} from "@tiltas/analysis/release";
import { type Command, Option } from "commander";
import { readRelease } from "../results/index.ts";
import { CommandError, NegativeResult, type Output } from "../terminal/index.ts";
import { correlationOf, isComparable, nameOf, type Place, placeIn } from "./answer/question.ts";
import {
  figureOf,
  type Language,
  outsideLattice,
  overlapping,
  provenance,
  refusalOf,
} from "./answer/words.ts";

interface AnswerOptions {
  readonly indicator: string;
  readonly of?: string;
  readonly beside?: string;
  readonly language: Language;
  readonly policy: "ministry" | "public";
}

/** A sentence, and whether it is an answer or the refusal of one. */
interface Said {
  readonly sentence: string;
  readonly isAnswer: boolean;
}

/** `tiltas answer RESULTS --indicator mun.01 [--of municipality=13] [--beside municipality=21] [--language lt|en]` */
export function answerCommand(program: Command, output: Output): void {
  program
    .command("answer")
    .description(
      "Answer a question in one sentence from released figures only, or say why it cannot be answered.",
    )
    .argument("<results>", "folder of results or of a release")
    .requiredOption("--indicator <id>", "such as mun.01; a part as it is named in the release")
    .option(
      "--of <place>",
      'whose figure, such as municipality=13 or "municipality-group=south;sex=female" (default: the country)',
    )
    .option("--beside <place>", "the figure that it is set beside")
    .addOption(
      new Option("--language <language>", "language of the sentence").choices(["lt", "en"]).default("lt"),
    )
    .addOption(
      new Option("--policy <policy>", "who reads it").choices(["ministry", "public"]).default("public"),
    )
    .action((results: string, options: AnswerOptions) => {
      const { sentence, isAnswer } = answer(results, options);
      output.print(sentence);
      if (!isAnswer) throw new NegativeResult();
    });
}

function answer(results: string, options: AnswerOptions): Said {
  const { manifest, releases } = readRelease(results);
  const release = releases.get(options.policy);
  if (!release)
    throw new CommandError(`The release has no figures for "${options.policy}". Ask for another --policy.`);
  const said = told(readingOf(release), options);
  const source = provenance(release, manifest.number, manifest.signedBy.length > 0, options.language);
  return { ...said, sentence: `${said.sentence} ${source}` };
}

function hidden(
  label: string,
  place: string,
  cell: Exclude<ReturnType<ReleaseReading["cell"]>, ShownCell>,
  language: Language,
): Said {
  return { sentence: refusalOf(label, place, cell?.state ?? "not-shown-here", language), isAnswer: false };
}

function told(reading: ReleaseReading, { indicator: id, of, beside, language }: AnswerOptions): Said {
  const { release } = reading;
  const measure = release.measures.findIndex((one) => one.id === id);
  const about = reading.indicator(release.measures[measure]?.indicator ?? "");
  if (measure < 0 || !about)
    throw new CommandError(
      `The release has no indicator "${id}". It has, for example: ${release.measures
        .slice(0, 8)
        .map((one) => one.id)
        .join(", ")}.`,
    );
  const label = release.measures[measure]?.label[language] ?? id;
  const places: Place[] = [];
  for (const words of beside === undefined ? [of] : [of, beside]) {
    const place = placeIn(reading, words);
    if (!place) return { sentence: outsideLattice(release, words ?? "", language), isAnswer: false };
    places.push(place);
  }
  const shown: Told[] = [];
  for (const place of places) {
    const cell = reading.cell(measure, place.crossing, place.domain);
    if (!isShown(cell)) return hidden(label, nameOf(reading, place, language), cell, language);
    shown.push({ place, cell });
  }
  const [one, other] = shown;
  if (!one) throw new RangeError("A question is about one place or two.");
  if (!other)
    return {
      sentence: figureOf(
        about,
        label,
        nameOf(reading, one.place, language),
        one.cell,
        release.sampling.interval,
        language,
      ),
      isAnswer: true,
    };
  if (!isComparable(one.place, other.place)) {
    const names = [one, other].map(({ place }) => nameOf(reading, place, language)) as [string, string];
    return { sentence: overlapping(label, names, language), isAnswer: false };
  }
  return setBeside(reading, measure, about, [one, other], language);
}

/** Two shown figures in a sentence. */
function setBeside(
  reading: ReleaseReading,
  measure: number,
  about: ReleasedIndicator,
  [one, other]: readonly [Told, Told],
  language: Language,
): Said {
  const { release } = reading;
  const named = ({ place, cell }: Told): NamedFigure => ({
    ...cell,
    name: { lt: nameOf(reading, place, "lt"), en: nameOf(reading, place, "en") },
  });
  const { sentence } = compareTwo({
    indicator: { ...about, label: release.measures[measure]?.label ?? about.label },
    one: named(one),
    other: named(other),
    correlation: correlationOf(reading, measure, one.place, other.place),
    hasTests: release.sampling.probability,
    interval: release.sampling.interval,
  });
  return { sentence: sentence[language], isAnswer: true };
}

/** A place and its figure. */
interface Told {
  readonly place: Place;
  readonly cell: ShownCell;
}
