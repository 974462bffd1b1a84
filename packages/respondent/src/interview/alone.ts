import type { Model, PageModel, Question } from "survey-core";
import type { Draft } from "../device/index.ts";

type Alone = ReadonlySet<string>;

/** True for a page with something on it that the person answers alone. */
export function isAnsweredAlone(page: PageModel, alone: Alone): boolean {
  return page.questions.some(({ name, isVisible }) => isVisible && alone.has(name));
}

/**
 * Makes the interview fit whoever asks. On the telephone nobody can be alone, so these items are left out. On an
 * interviewer's tablet the notes to the interviewer go from the pages the person reads alone; a part that was not handed
 * back before the page was loaded again is asked again, so that nobody finds its answers.
 */
export function prepareForWhoeverAsks(interview: Model, alone: Alone, { mode }: Pick<Draft, "mode">): void {
  if (mode !== "interviewer" && mode !== "telephone") return;
  const pages = interview.pages.filter((page) => page.questions.some(({ name }) => alone.has(name)));
  for (const page of pages) {
    const judging = page.questions.filter(({ name }) => alone.has(name));
    if (mode === "telephone") for (const question of judging) question.delete();
    if (mode === "interviewer" || !page.questions.some(asks))
      for (const note of page.questions.filter(isNote)) note.delete();
  }
}

/** Clears the part in which an interview was broken off while the tablet was handed over. */
export function forgetOpenPart(interview: Model, alone: Alone, { mode }: Pick<Draft, "mode">): void {
  if (mode !== "interviewer") return;
  for (const page of partAround(interview, interview.activePage, alone))
    for (const question of page.questions) if (alone.has(question.name)) question.clearValue();
}

/** The page before this one to which whoever holds the tablet may go back. */
export function pageBefore(
  interview: Model,
  alone: Alone,
  { mode }: Pick<Draft, "mode">,
): PageModel | undefined {
  const pages: readonly PageModel[] = interview.visiblePages;
  const earlier = pages.slice(0, pages.indexOf(interview.activePage)).reverse();
  if (mode !== "interviewer") return earlier[0];
  if (!isAnsweredAlone(interview.activePage, alone))
    return earlier.find((page) => !isAnsweredAlone(page, alone));
  const [before] = earlier;
  return before !== undefined && isAnsweredAlone(before, alone) ? before : undefined;
}

/** The pages answered alone that hang together with this one; none where this page is not answered alone. */
function partAround(interview: Model, page: PageModel, alone: Alone): PageModel[] {
  const pages: readonly PageModel[] = interview.visiblePages;
  const at = pages.indexOf(page);
  const isAlone = (index: number) => {
    const found = pages[index];
    return found !== undefined && isAnsweredAlone(found, alone);
  };
  if (!isAlone(at)) return [];
  let [from, to] = [at, at];
  while (isAlone(from - 1)) from--;
  while (isAlone(to + 1)) to++;
  return pages.slice(from, to + 1);
}

/** Whether something is left out on the telephone here: on this page, on pages before it, or behind the last one. */
export function isLeftOutHere(
  interview: Model,
  questionnaire: object,
  page: PageModel,
  alone: Alone,
): boolean {
  const all = pagesOf(questionnaire);
  const at = all.findIndex(({ name }) => name === page.name);
  const visible: readonly PageModel[] = interview.visiblePages;
  const before = visible[visible.indexOf(page) - 1];
  const from = before === undefined ? 0 : all.findIndex(({ name }) => name === before.name) + 1;
  const to = visible.at(-1) === page ? all.length : at + 1;
  return all.slice(from, to).some(({ elements = [] }) => elements.some(({ name = "" }) => alone.has(name)));
}

interface WrittenPage {
  readonly name?: string;
  readonly elements?: readonly { readonly name?: string }[];
}

function pagesOf(questionnaire: object): readonly WrittenPage[] {
  return "pages" in questionnaire && Array.isArray(questionnaire.pages) ? questionnaire.pages : [];
}

const isNote = (question: Question) => question.getType() === "html" && question.name.startsWith("note");
const asks = (question: Question) => question.getType() !== "html" && question.visible;
