import {
  type Instrument,
  type Item,
  isQuestion,
  type OutlineNode,
  type Reason,
  type Reasons,
  type Recordings,
  readOutline,
  stringGiven,
  walk,
} from "../definition/index.ts";
import { ExpressionError, parseExpression, referencesIn } from "../expressions/index.ts";

/** What whoever asks must know beside the questionnaire, as plain JSON for a respondent's device. */
export interface Conduct {
  /** Items that the person answers alone, on a tablet handed over; nobody reads them out. */
  readonly alone: readonly string[];
  /** Pages on which the interview ends because the questions are for other people. */
  readonly forOthers: readonly string[];
  /** Why single items are asked, by language. */
  readonly reasons: readonly Reason[];
  /** Items that can be heard: by item and language, where the file lies. */
  readonly recordings: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** What lies beside a questionnaire for whoever asks: the numbers in force. */
export interface Beside {
  readonly reasons?: Reasons | undefined;
  readonly recordings?: Recordings | undefined;
}

/** How an instrument wants to be asked. */
export function conductOf(
  { items, questionnaire }: Pick<Instrument, "items" | "questionnaire">,
  { reasons, recordings }: Beside = {},
): Conduct {
  const byName = new Map(items.map((item) => [item.name.toLowerCase(), item]));
  const pages = readOutline(questionnaire).nodes.filter(({ type }) => type === "page");
  return {
    alone: items.filter(({ measure }) => measure.selfOnly === true).map(({ name }) => name),
    forOthers: pages.filter((page) => sendsAway(page, byName)).flatMap(({ name }) => name ?? []),
    reasons: reasons?.reasons ?? [],
    recordings: addressesOf(recordings),
  };
}

/** Files are asked for by their content, so that a device may keep them for ever. */
function addressesOf(recordings: Recordings | undefined): Conduct["recordings"] {
  const byItem = Object.entries(recordings?.items ?? {}).map(([item, languages]) => {
    const files = Object.entries(languages).map(([language, { sha256, file }]) => [
      language,
      `/api/recordings/${sha256}${file.slice(-4)}`,
    ]);
    return [item, Object.fromEntries(files)];
  });
  return Object.fromEntries(byItem);
}

/**
 * A page that asks nothing and is met for one reason only: an answer to items that decide who is asked. A closing page
 * that everybody meets, or words of help after an answer to something else, send nobody away.
 */
function sendsAway(page: OutlineNode, items: ReadonlyMap<string, Item>): boolean {
  const condition = stringGiven(page, "visibleIf");
  if (condition === undefined || asksSomething(page)) return false;
  const read = namesRead(condition).map((name) => items.get(name.toLowerCase()));
  return read.length > 0 && read.every((item) => item !== undefined && decidesWhoIsAsked(item));
}

/** None where the condition cannot be read: the plan says so when the version is published. */
function namesRead(condition: string): string[] {
  try {
    return referencesIn(parseExpression(condition)).map(({ name }) => name);
  } catch (error) {
    if (error instanceof ExpressionError) return [];
    throw error;
  }
}

function asksSomething(page: OutlineNode): boolean {
  return [...walk(page)].some(
    (node) => node !== page && isQuestion(node) && node.type !== "html" && node.type !== "image",
  );
}

function decidesWhoIsAsked({ measure: { role } }: Item): boolean {
  return role === "screener" || role === "citizenship" || role === "age" || role === "residence-ground";
}
