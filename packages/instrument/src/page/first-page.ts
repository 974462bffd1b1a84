import type { ConsentId } from "../definition/index.ts";
import {
  given,
  type Instrument,
  type Item,
  type Localized,
  type Outline,
  type OutlineNode,
  readOutline,
  readText,
} from "../definition/index.ts";
import { type Beforehand, type Known, knownBeforehand, shownBy } from "./known.ts";
import { pipingIn, type Unshowable, unshowableIn } from "./unshowable.ts";

/** One question, or words between questions, of the light page. */
export interface LightQuestion {
  readonly node: OutlineNode;
  /** What it asks; undefined for words between questions. */
  readonly item: Item | undefined;
  /** Whether it is shown, by decision about the separate consents: bit i of the place says whether consent i was given. */
  readonly shownFor: readonly boolean[];
}

/** The page on which interviews begin. */
export interface FirstPage {
  readonly name: string;
  readonly title: Localized;
  readonly description: Localized | undefined;
  readonly questions: readonly LightQuestion[];
}

export type FirstPageFound =
  | { readonly kind: "found"; readonly page: FirstPage }
  | { readonly kind: "unshowable"; readonly because: readonly Unshowable[] };

/**
 * The page on which interviews begin, as far as it can be shown before survey-core is there.
 *
 * @param consents  the separate consents that the notice asks for, in its order
 */
export function readFirstPage(
  instrument: Instrument,
  beforehand: Beforehand,
  consents: readonly ConsentId[],
  { survey }: Pick<Outline, "survey"> = readOutline(instrument.questionnaire),
): FirstPageFound {
  const known = knownBeforehand(instrument, beforehand, consents);
  const because = disorderOf(survey);
  for (const page of survey.children.filter(({ slot }) => slot === "pages")) {
    const reading = readPage(page, instrument, known);
    if (reading === undefined) continue;
    because.push(...reading.because);
    if (because.length > 0) break;
    const { questions } = reading;
    return { kind: "found", page: described(page, questions, instrument) };
  }
  return { kind: "unshowable", because };
}

interface PageReading {
  readonly questions: readonly LightQuestion[];
  readonly because: readonly Unshowable[];
}

/** undefined for a page on which nothing is shown, whatever is decided: the next one is then the first. */
function readPage(page: OutlineNode, { items }: Instrument, known: Known): PageReading | undefined {
  const because: Unshowable[] = [];
  const visible = (node: OutlineNode): readonly boolean[] => {
    const shown = shownBy(node, known);
    if (shown !== "asks") return shown;
    because.push({ path: `${node.path}.visibleIf`, cause: "answers", what: String(node.json.visibleIf) });
    return [true];
  };
  const isShown = visible(page);
  if (!isShown.includes(true)) return undefined;
  const questions = page.children
    .filter(({ slot }) => slot === "elements")
    .map((node) => ({ node, item: items.find(({ path }) => path === node.path), shownFor: visible(node) }))
    .filter(({ shownFor }) => shownFor.includes(true));
  if (questions.length === 0) return undefined;
  const isEverywhere = known.decisions.every(
    (_decision, at) => isShown[at] && questions.some(({ shownFor }) => shownFor[at]),
  );
  if (because.length === 0 && !isEverywhere)
    because.push({ path: page.path, cause: "answers", what: String(page.json.visibleIf ?? page.name) });
  for (const { node } of questions) because.push(...unshowableIn(node));
  return { questions, because: [...because, ...unusualPage(page)] };
}

/** What survey-core does to pages that the light page does not do. */
function disorderOf({ json, children }: OutlineNode): Unshowable[] {
  const shuffling = [
    "questionsOnPageMode",
    "firstPageIsStartPage",
    "firstPageIsStarted",
    "questionsOrder",
    "questionOrder",
  ];
  const unusual: readonly unknown[] = [undefined, false, "standard", "initial", "default"];
  const found = shuffling.filter((key) => !unusual.includes(json[key]));
  const loose = children.some(({ slot }) => slot === "elements") ? ["elements"] : [];
  return [...found, ...loose].map((path) => ({ path, cause: "order", what: path }));
}

function unusualPage(page: OutlineNode): Unshowable[] {
  const unusual = ["enableIf", "readOnly", "questionOrder", "questionsOrder", "timeLimit", "maxTimeToFinish"];
  return [
    ...unusual
      .filter((key) => ![undefined, false, "default", 0].includes(page.json[key] as never))
      .map((key) => ({ path: `${page.path}.${key}`, cause: "property" as const, what: key })),
    ...pipingIn(page),
  ];
}

function described(
  page: OutlineNode,
  questions: readonly LightQuestion[],
  { manifest: { languages } }: Instrument,
): FirstPage {
  const description = given(page, "description");
  return {
    name: page.name ?? "",
    title: readText(given(page, "title") ?? "", languages),
    description: description === undefined ? undefined : readText(description, languages),
    questions,
  };
}
