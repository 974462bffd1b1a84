import type { ConsentId } from "../definition/index.ts";
import {
  given,
  type Instrument,
  type Item,
  type Localized,
  type OutlineNode,
  readOutline,
  readText,
} from "../definition/index.ts";
import { drawingOf } from "../drawing/index.ts";
import { compileConditions, RoutingError } from "../plan/index.ts";
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
  /** How many pages are to be met as things stand, by decision; undefined where only the whole plan could tell. */
  readonly parts: readonly number[] | undefined;
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
): FirstPageFound {
  const { survey } = readOutline(instrument.questionnaire);
  const known = knownBeforehand(instrument, beforehand, consents);
  const because = disorderOf(survey);
  for (const page of survey.children.filter(({ slot }) => slot === "pages")) {
    const reading = readPage(page, instrument, known);
    if (reading === undefined) continue;
    because.push(...reading.because);
    if (because.length > 0) break;
    const { questions } = reading;
    return { kind: "found", page: described(page, questions, instrument, known) };
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
  instrument: Instrument,
  known: Known,
): FirstPage {
  const { languages } = instrument.manifest;
  const description = given(page, "description");
  return {
    name: page.name ?? "",
    title: readText(given(page, "title") ?? "", languages),
    description: description === undefined ? undefined : readText(description, languages),
    questions,
    parts: partsToMeet(instrument, known),
  };
}

/** Stands for any respondent: how many pages a draw opens differs little from one to the next. */
const anybody = "anybody";

/** Pages with an item that is asked of somebody who has not answered anything yet. */
function partsToMeet(instrument: Instrument, { decisions }: Known): readonly number[] | undefined {
  try {
    const routing = compileConditions(instrument);
    const drawing = drawingOf(instrument);
    return decisions.map(({ answers }) => {
      const asked = routing.asked({ ...answers, ...drawing.draw(anybody, answers) });
      const met = instrument.items.filter(({ name, hidden }) => asked.has(name) && !hidden);
      return new Set(met.map(({ page }) => page)).size;
    });
  } catch (error) {
    if (error instanceof RoutingError) return undefined;
    throw error;
  }
}
