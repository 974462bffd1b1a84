import { isKindOf, isList, isObject, type OutlineNode, propertyOf, textsOf } from "../../definition/index.ts";
import type { Change, TextChange } from "../change.ts";
import { aspectOf } from "./aspects.ts";
import { plainly } from "./likeness.ts";
import type { Parts } from "./parts.ts";
import type { Renames } from "./renames.ts";

/** The languages of two definitions, with the texts that name none given to the language they are in. */
export interface Languages {
  readonly before: ReadonlyMap<string, number>;
  readonly after: ReadonlyMap<string, number>;
  /** The language of texts that name none. */
  readonly source: string;
  /** An earlier text with the later names of the items it shows answers to. */
  readonly withLaterNames: (text: string) => string;
}

export function languagesOf(before: Parts, after: Parts, renames: Renames): Languages {
  const texts = [before, after].map((parts) => countLanguages(parts.nodes));
  const locale = [after, before]
    .map(({ survey }) => survey.json.locale)
    .find((code) => typeof code === "string");
  const source =
    typeof locale === "string" && locale !== ""
      ? locale
      : texts.some((counts) => counts.has("en"))
        ? "en"
        : "default";
  const [old = new Map(), now = new Map()] = texts.map((counts) => named(counts, source));
  return { before: old, after: now, source, withLaterNames: renames.inExpression };
}

function countLanguages(nodes: readonly OutlineNode[]): Map<string, number> {
  const counts = new Map<string, number>();
  const count = (language: string) => counts.set(language, (counts.get(language) ?? 0) + 1);
  for (const node of nodes) {
    for (const [key, value] of Object.entries(node.json)) {
      const isText = typeof value === "string" || isObject(value);
      if (!isText || propertyOf(node, key)?.localizable !== true) continue;
      if (typeof value === "string") count("default");
      else
        for (const language of Object.keys(value)) if (typeof value[language] === "string") count(language);
    }
  }
  return counts;
}

function named(counts: ReadonlyMap<string, number>, source: string): Map<string, number> {
  const all = new Map<string, number>();
  for (const [language, count] of counts) {
    const name = language === "default" ? source : language;
    all.set(name, (all.get(name) ?? 0) + count);
  }
  return all;
}

/** Languages that came or went as a whole; their texts are not listed one by one. */
export function languageChanges({ before, after }: Languages): TextChange[] {
  if (before.size === 0 || after.size === 0) return [];
  const added = [...after].filter(([language]) => !before.has(language));
  const removed = [...before].filter(([language]) => !after.has(language));
  return [
    ...added.map(([language, texts]) => ({ kind: "language-added" as const, item: "", language, texts })),
    ...removed.map(([language, texts]) => ({ kind: "language-removed" as const, item: "", language, texts })),
  ];
}

/** Where a text stands, for `wordingChanges`. */
export interface TextPlace {
  readonly item: string;
  readonly code?: unknown;
  /** No word of it is read as part of a question. */
  readonly isAround?: boolean;
}

/** Texts of one part that differ, one change for each language. */
export function wordingChanges(
  before: OutlineNode,
  after: OutlineNode,
  place: TextPlace,
  languages: Languages,
): Change[] {
  if (areWordedAlike(before, after)) return [];
  const [old, now] = [before, after].map((node) => textsByProperty(node, languages.source));
  if (!old || !now) return [];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((property) =>
    textChanges(property, old.get(property), now.get(property), { before, after, place, languages }),
  );
}

/** Most parts are as they were: then no text needs to be taken out and compared. */
function areWordedAlike(before: OutlineNode, after: OutlineNode): boolean {
  if (before.type !== after.type || before.name !== after.name) return false;
  const keys = Object.keys(after.json);
  if (Object.keys(before.json).length !== keys.length) return false;
  return keys.every((key) => {
    if (!Object.hasOwn(before.json, key)) return false;
    const [from, to] = [before.json[key], after.json[key]];
    return from === to || isSameText(from, to) || (isList(from) && isList(to));
  });
}

function isSameText(from: unknown, to: unknown): boolean {
  if (!isObject(from) || !isObject(to)) return typeof from !== "object" && typeof from !== "string";
  const languages = Object.keys(to);
  return (
    Object.keys(from).length === languages.length &&
    languages.every((language) => Object.hasOwn(from, language) && from[language] === to[language])
  );
}

interface Pair {
  readonly before: OutlineNode;
  readonly after: OutlineNode;
  readonly place: TextPlace;
  readonly languages: Languages;
}

type ByLanguage = ReadonlyMap<string, string>;

function textChanges(
  property: string,
  old: ByLanguage = new Map(),
  now: ByLanguage = new Map(),
  { before, after, place, languages }: Pair,
): Change[] {
  const isAround = place.isAround === true || aspectOf(property, after) === "around";
  const paths = { before: before.path, after: after.path };
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((language): Change[] => {
    const [from, to] = [old.get(language), now.get(language)];
    if (from === to || !isInBoth(language, languages)) return [];
    if (from !== undefined && languages.withLaterNames(from) === to) return [];
    const what = { item: place.item, ...paths, property, language, from, to };
    if (isAround || differInSpacesOnly(from, to)) return [{ kind: "words-around-changed", ...what }];
    return [{ kind: "wording-changed", ...what, ...(place.code === undefined ? {} : { code: place.code }) }];
  });
}

/** Longer texts are not looked into. */
const longest = 100_000;

function differInSpacesOnly(from = "", to = ""): boolean {
  return from.length + to.length <= longest && plainly(from) === plainly(to);
}

/** Whether both definitions speak a language; one that came or went is told as a whole. */
export function isInBoth(language: string, { before, after }: Languages): boolean {
  if (language === "default") return true;
  const isNew = !before.has(language) && before.size > 0;
  const isGone = !after.has(language) && after.size > 0;
  return !isNew && !isGone;
}

const known = new WeakMap<
  OutlineNode,
  { readonly source: string; readonly texts: Map<string, ByLanguage> }
>();

function textsByProperty(node: OutlineNode, source: string): Map<string, ByLanguage> {
  const read = known.get(node);
  if (read?.source === source) return read.texts;
  const texts = readTexts(node, source);
  known.set(node, { source, texts });
  return texts;
}

function readTexts(node: OutlineNode, source: string): Map<string, ByLanguage> {
  const texts = new Map<string, ByLanguage>();
  for (const { property, texts: written } of textsOf(node)) texts.set(property, inLanguages(written, source));
  const shown = shownInstead(node);
  if (shown !== undefined && !texts.has(shown)) texts.set(shown, new Map([[source, node.name ?? ""]]));
  return texts;
}

function inLanguages(written: Readonly<Record<string, string>>, source: string): ByLanguage {
  const texts = new Map(Object.entries(written));
  const unnamed = texts.get("default");
  if (unnamed === undefined || texts.has(source)) return texts;
  texts.delete("default");
  return texts.set(source, unnamed);
}

/** The text in whose place survey-core shows the name or the code. */
function shownInstead(node: OutlineNode): string | undefined {
  if (isKindOf(node.type, "itemvalue")) return "text";
  return propertyOf(node, "title") !== undefined && isKindOf(node.type, "question") ? "title" : undefined;
}

/** The words of one text as they stand in the language of the definition, or in any. */
export function shownText(node: OutlineNode, property: string, source: string): string {
  const texts = textsByProperty(node, source).get(property);
  return texts?.get(source) ?? texts?.values().next().value ?? "";
}
