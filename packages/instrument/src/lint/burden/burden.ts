import type { Item, OutlineNode } from "../../definition/index.ts";
import { firstItems, itemAround } from "../expressions.ts";
import type { Subject } from "../subject.ts";
import { answeringSeconds, usualEntries } from "./answering.ts";
import { lix } from "./lix.ts";
import { readingSeconds, wordsIn } from "./reading.ts";
import { type Route, routesThrough } from "./routes.ts";
import { ownTexts, partsAround, textsRead } from "./texts.ts";

/** What one route asks of a respondent. */
export interface RouteBurden {
  readonly items: number;
  readonly words: number;
  /** Reading and answering, without notice and consent. */
  readonly minutes: number;
}

/** How much a questionnaire asks of those who read it in one language. */
export interface Burden {
  readonly language: string;
  readonly shortest: RouteBurden;
  /** The median of the routes that were walked. */
  readonly typical: RouteBurden;
  readonly longest: RouteBurden;
  /** LIX over all texts; absent where there are fewer than 100 words. */
  readonly lix?: number;
  /** false: the plan does not take the questionnaire; shortest and longest are bounds, typical lies at the longest. */
  readonly isWalked: boolean;
}

const known = new WeakMap<Subject, readonly Burden[]>();

/** Burden by language, the source language first; empty where there is too much to look at. */
export function burdenOf(subject: Subject): readonly Burden[] {
  const burden = known.get(subject) ?? estimate(subject);
  known.set(subject, burden);
  return burden;
}

function estimate(subject: Subject): Burden[] {
  if (subject.excess !== undefined) return [];
  const { routes, isWalked } = routesThrough(subject);
  return subject.languages.map((language) => {
    const loads = loadsOf(subject, language);
    const told = routes.map((route) => burdenOfRoute(route, loads)).sort((a, b) => a.minutes - b.minutes);
    const nothing: RouteBurden = { items: 0, words: 0, minutes: 0 };
    const ease = lix(allTexts(subject, language));
    return {
      language,
      shortest: told[0] ?? nothing,
      typical: told[Math.floor(told.length / 2)] ?? nothing,
      longest: told.at(-1) ?? nothing,
      ...(ease === undefined ? {} : { lix: ease }),
      isWalked,
    };
  });
}

/** What one item, or the words around the items of a page, cost. */
interface Load {
  readonly page: string;
  readonly words: number;
  readonly seconds: number;
}

interface Loads {
  readonly items: ReadonlyMap<string, Load>;
  readonly pages: ReadonlyMap<string, Load>;
}

function loadsOf({ outline, items, sourceLanguage }: Subject, language: string): Loads {
  const nodes = new Map(outline.nodes.map((node) => [node.path, node]));
  const paths = new Set(items.map(({ path }) => path));
  const ofItems = items.map((item): [string, Load] => [
    item.name,
    loadOf(item, nodes.get(item.path), language, sourceLanguage),
  ]);
  const first = firstItems(outline, items);
  const ofPages = new Map<string, Load>();
  for (const node of outline.nodes) {
    if (node.type !== "page") continue;
    const page = itemAround(node, first)?.page;
    if (page === undefined) continue;
    const texts = partsAround(node, paths).flatMap((part) => ownTexts(part, language, sourceLanguage));
    ofPages.set(page, { page, ...costOf(texts, 0) });
  }
  return { items: new Map(ofItems), pages: ofPages };
}

function loadOf(item: Item, node: OutlineNode | undefined, language: string, source: string): Load {
  const texts = node === undefined ? [] : textsRead(node, language, source);
  const written = node?.json.title === undefined ? [item.name, ...texts] : texts;
  const times = item.kind === "roster" ? usualEntries : 1;
  const { words, seconds } = costOf(item.kind === "calculated" ? [] : written, 0);
  return { page: item.page, words: words * times, seconds: seconds * times + answeringSeconds(item) };
}

function costOf(texts: readonly string[], answering: number): { words: number; seconds: number } {
  const words = texts.reduce((sum, text) => sum + wordsIn(text).length, 0);
  return { words, seconds: texts.reduce((sum, text) => sum + readingSeconds(text), answering) };
}

function burdenOfRoute(route: Route, { items, pages }: Loads): RouteBurden {
  const met = [...route].flatMap((name) => items.get(name) ?? []);
  const around = [...new Set(met.map(({ page }) => page))].flatMap((page) => pages.get(page) ?? []);
  const all = [...met, ...around];
  return {
    items: met.length,
    words: all.reduce((sum, { words }) => sum + words, 0),
    minutes: all.reduce((sum, { seconds }) => sum + seconds, 0) / 60,
  };
}

function allTexts({ outline, sourceLanguage }: Subject, language: string): string[] {
  return outline.nodes
    .filter(({ slot }) => slot !== "choices" && slot !== "columns")
    .flatMap((node) => ownTexts(node, language, sourceLanguage));
}
