import type { Item, OutlineNode } from "../../definition/index.ts";
import { answeringSeconds, type Reader, readingSeconds, usualEntries, wordsIn } from "../../pace/index.ts";
import { firstItems, itemAround } from "../expressions.ts";
import type { Subject } from "../subject.ts";
import { ownTexts, partsAround, type QuestionTexts, textsOfQuestion } from "./texts.ts";
import type { Walk } from "./walks.ts";

/** Words to read and seconds they take, answering included. */
interface Load {
  readonly words: number;
  readonly seconds: number;
}

/** What one item costs; its options apart, because a scale that stands on the page already is not read again. */
interface ItemLoad extends Load {
  readonly page: string;
  readonly options: readonly (Load & {
    readonly text: string;
    readonly code: unknown;
  })[];
  /** "I don't know" and its like stand apart in the same words everywhere: they are read once. */
  readonly reasons: readonly (Load & { readonly text: string })[];
}

export interface Loads {
  readonly items: ReadonlyMap<string, ItemLoad>;
  /** The words around the items of each page, by the part they stand in. */
  readonly around: ReadonlyMap<string, readonly (Load & { readonly path: string })[]>;
}

/** What every item, and the words around the items of every page, cost someone who reads one language. */
export function loadsOf(subject: Subject, language: string, reader: Reader): Loads {
  const { outline, items, sourceLanguage } = subject;
  const nodes = new Map(outline.nodes.map((node) => [node.path, node]));
  const textsOf = (node: OutlineNode) => textsOfQuestion(node, language, sourceLanguage);
  const ofItems = items.flatMap((item): [string, ItemLoad][] => {
    const node = nodes.get(item.path);
    return node && isSeen(item, node) ? [[item.name, loadOf(item, node, textsOf(node), reader)]] : [];
  });
  const paths = new Set(items.map(({ path }) => path));
  const first = firstItems(outline, items);
  const ofPages = outline.nodes.flatMap((node): [string, (Load & { path: string })[]][] => {
    const page = node.type === "page" ? itemAround(node, first)?.page : undefined;
    if (page === undefined) return [];
    const parts = partsAround(node, paths).map((part) => ({
      path: part.path,
      ...costOf(ownTexts(part, language, sourceLanguage), reader),
    }));
    return [[page, parts]];
  });
  return { items: new Map(ofItems), around: new Map(ofPages) };
}

/** One way through the questionnaire, each page's scales and all reasons for not answering read once. */
export function loadOfWalk(
  { asked, hidden }: Walk,
  { items, around }: Loads,
): Load & { readonly items: number } {
  const met = [...asked].flatMap(([name, { share, offered }]) => {
    const load = items.get(name);
    if (!load) return [];
    const options = load.options.filter(({ code }) => code === undefined || (offered?.has(code) ?? true));
    return [{ ...load, options, words: load.words * share, seconds: load.seconds * share }];
  });
  const beside = [...new Set(met.map(({ page }) => page))]
    .flatMap((page) => around.get(page) ?? [])
    .filter(({ path }) => !hidden.has(path));
  const scales = new Map(
    met.map(({ page, options }) => [[page, ...options.map(({ text }) => text)].join("\n"), options]),
  );
  const reasons = new Map(met.flatMap((load) => load.reasons.map((reason) => [reason.text, reason])));
  const all: readonly Load[] = [...met, ...beside, ...[...scales.values()].flat(), ...reasons.values()];
  return {
    items: met.length,
    words: Math.round(all.reduce((sum, { words }) => sum + words, 0)),
    seconds: all.reduce((sum, { seconds }) => sum + seconds, 0),
  };
}

function loadOf(
  item: Item,
  { json }: OutlineNode,
  { question, options, reasons }: QuestionTexts,
  reader: Reader,
): ItemLoad {
  const times = item.kind === "roster" ? usualEntries : 1;
  const { words, seconds } = costOf(json.title === undefined ? [item.name, ...question] : question, reader);
  return {
    page: item.page,
    words: words * times,
    seconds: seconds * times + answeringSeconds(item),
    options: options.map((option) => ({ ...option, ...costOf([option.text], reader) })),
    reasons: reasons.map((text) => ({ text, ...costOf([text], reader) })),
  };
}

/** Calculated items and those that the application fills are on no screen. */
function isSeen({ kind }: Item, { json }: OutlineNode): boolean {
  return kind !== "calculated" && !(json.visible === false && json.visibleIf === undefined);
}

function costOf(texts: readonly string[], reader: Reader): Load {
  return {
    words: texts.reduce((sum, text) => sum + wordsIn(text).length, 0),
    seconds: texts.reduce((sum, text) => sum + readingSeconds(text, reader), 0),
  };
}
