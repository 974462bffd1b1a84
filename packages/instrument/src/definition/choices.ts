import { given, numberGiven, stringGiven } from "./given.ts";
import type { Choice, Code, Localized, Measure } from "./item.ts";
import type { OutlineNode } from "./outline.ts";
import { Findings } from "./refusal.ts";
import { isKindOf } from "./surveyjs/classes.ts";
import { inAll, readText } from "./text.ts";

/** Codes that say why there is no answer, from `measures.json`. */
export type MissingByCode = Measure["missing"];

/** The languages that a plain string speaks, and where objections go. */
export interface ChoiceReading {
  readonly languages: readonly string[];
  readonly findings: Findings;
}

/** The options, rows or columns that stand under one property of a part. */
export function readChoices(
  node: OutlineNode,
  slot: string,
  reading: ChoiceReading,
  missing?: MissingByCode | undefined,
): Choice[] {
  const seen = new Set<Code>();
  return node.children
    .filter((child) => child.slot === slot)
    .flatMap((child) => {
      const choice = readChoice(child, reading, missing);
      if (choice === undefined) return [];
      if (seen.has(choice.code)) reading.findings.add(child.path, `The code ${choice.code} is used twice.`);
      seen.add(choice.code);
      return [choice];
    });
}

function readChoice(node: OutlineNode, reading: ChoiceReading, missing: MissingByCode): Choice | undefined {
  const code = codeOf(node.json.value);
  if (code === undefined) {
    reading.findings.add(node.path, "This option has no value; an answer needs one to be stored.");
    return undefined;
  }
  const text = given(node, "text");
  const labels = readText(text ?? code, reading.languages);
  return describeChoice(code, labels, {
    exclusive: given(node, "isExclusive") === true,
    missing,
    ownWords: given(node, "showCommentArea") === true,
  });
}

/** The value that an answer stores; what is neither a word nor a number stands as its JSON text. */
export function codeOf(value: unknown): Code | undefined {
  if (typeof value === "string") return value === "" ? undefined : value;
  if (typeof value === "number") return Number.isFinite(value) ? value + 0 : undefined;
  return value === undefined || value === null ? undefined : JSON.stringify(value);
}

interface Nature {
  readonly exclusive?: boolean;
  readonly missing?: MissingByCode | undefined;
  readonly ownWords?: boolean;
}

/** A choice with the code "dont-know" or "refused" is a missing reason wherever it stands; measures name others. */
export function describeChoice(code: Code, labels: Localized, nature: Nature): Choice {
  const named = nature.missing && Object.hasOwn(nature.missing, code) ? nature.missing[code] : undefined;
  const missing = named ?? (code === "dont-know" || code === "refused" ? code : undefined);
  return {
    code,
    labels,
    ...(missing ? { missing } : {}),
    ...(nature.exclusive || missing ? { exclusive: true } : {}),
    ...(nature.ownWords ? { ownWords: true } : {}),
  };
}

/** Where the options of a select question are read. */
export interface OptionReading extends ChoiceReading {
  readonly byName: ReadonlyMap<string, OutlineNode>;
  readonly missing?: MissingByCode | undefined;
}

/** Options of a select question: written out, counted, taken over from another question, and the special ones. */
export function readOptions(node: OutlineNode, reading: OptionReading): Choice[] {
  const written = [...readChoices(node, "choices", reading, reading.missing), ...counted(node, reading)];
  const options = isKindOf(node.type, "checkbox") ? written.map(noneIsExclusive) : written;
  return [...options, ...takenOver(node, reading), ...specialOptions(node, reading)];
}

function noneIsExclusive(choice: Choice): Choice {
  return choice.code === "none" ? { ...choice, exclusive: true } : choice;
}

/** Most options that `choicesMin` to `choicesMax` are counted out to. */
const mostCounted = 1000;

function counted(node: OutlineNode, { languages }: ChoiceReading): Choice[] {
  const first = numberGiven(node, "choicesMin") ?? 0;
  const last = numberGiven(node, "choicesMax") ?? 0;
  const step = numberGiven(node, "choicesStep") ?? 1;
  if (last <= first || step <= 0 || (last - first) / step > mostCounted) return [];
  const length = Math.floor((last - first) / step) + 1;
  return Array.from({ length }, (_, i) => first + i * step).map((code) =>
    describeChoice(code, inAll(String(code), languages), {}),
  );
}

/** Most questions in a row that take their options from one another. */
const longestChain = 10;

/** `choicesFromQuestion` of a select question takes its options over; of a roster they are known only in the interview. */
function takenOver(node: OutlineNode, reading: OptionReading): Choice[] {
  const seen = new Set([node]);
  const choices: Choice[] = [];
  let source = sourceOf(node, reading);
  while (source !== undefined && !seen.has(source) && seen.size <= longestChain) {
    choices.push(...readChoices(source, "choices", { ...reading, findings: new Findings() }));
    seen.add(source);
    source = sourceOf(source, reading);
  }
  return choices;
}

function sourceOf(node: OutlineNode, { byName }: OptionReading): OutlineNode | undefined {
  const source = byName.get(stringGiven(node, "choicesFromQuestion") ?? "");
  return source !== undefined && isKindOf(source.type, "selectbase") ? source : undefined;
}

interface Special extends Nature {
  readonly property: string;
  readonly text: string;
  readonly code: Code;
  readonly words: string;
}

/** Values and English words of the options that survey-core adds by itself, in its order. */
const special: readonly Special[] = [
  { property: "showNoneItem", text: "noneText", code: "none", words: "None", exclusive: true },
  { property: "showRefuseItem", text: "refuseText", code: "refused", words: "Refuse to answer" },
  {
    property: "showDontKnowItem",
    text: "dontKnowText",
    code: "dontknow",
    words: "Don't know",
    missing: { dontknow: "dont-know" },
  },
  { property: "showOtherItem", text: "otherText", code: "other", words: "Other (describe)", ownWords: true },
];

const withoutSpecial = ["ranking", "imagepicker", "buttongroup"];

function specialOptions(node: OutlineNode, reading: OptionReading): Choice[] {
  if (withoutSpecial.includes(node.type)) return [];
  return special
    .filter(({ property }) => given(node, property) === true)
    .map(({ text, code, words, missing: own, ...nature }) => {
      const labels = readText(given(node, text) ?? words, reading.languages);
      return describeChoice(code, labels, { ...nature, missing: { ...own, ...reading.missing } });
    });
}
