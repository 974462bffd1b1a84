import type { Choice, Item, Localized } from "../definition/index.ts";
import type { CodebookVariable, VariableCode, VariableKind } from "./codebook.ts";
import { widthOf } from "./width.ts";

/** What an item alone says about its variables; universe, versions and order are added where they are known. */
export type Sketch = Omit<CodebookVariable, "universe" | "asked" | "empty"> & { readonly required: boolean };

/** The variables of an item, in the order of the questionnaire. */
export function sketchesOf(item: Item, table = "responses"): Sketch[] {
  const sketches = [...own(item, item.name, table), ...ownWords(item, table)];
  return sketches.map((one) => ({ ...one, item: item.name }));
}

function own(item: Item, name: string, table: string): Sketch[] {
  switch (item.kind) {
    case "multiple":
      return options(item, name, table);
    case "ranking":
      return item.choices.map((option) =>
        sketch(item, {
          name: `${name}.${option.code}`,
          labels: option.labels,
          table,
          kind: "order",
          codes: [],
        }),
      );
    case "matrix":
      return item.rows.map((row) =>
        sketch(item, {
          name: `${name}.${row.code}`,
          labels: row.labels,
          table,
          codes: codesOf(item.choices),
        }),
      );
    case "composite":
      return (item.parts ?? []).flatMap((part) => own(inside(item, part), `${name}.${part.name}`, table));
    case "grid":
      return item.rows.flatMap((row) =>
        (item.parts ?? []).flatMap((part) =>
          own(inside(item, withRow(part, row)), `${name}.${row.code}.${part.name}`, table),
        ),
      );
    case "roster":
      return (item.parts ?? []).flatMap((part) => sketchesOf(inside(item, part), name));
    default:
      return [sketch(item, { name, labels: item.titles, table, codes: codesOf(item.choices) })];
  }
}

/** Each option is chosen or not; who says why there is no answer says it for all. */
function options(item: Item, name: string, table: string): Sketch[] {
  const codes = [...chosen, ...missingIn(item)];
  return item.choices
    .filter(({ missing }) => missing === undefined)
    .map(({ code, labels }) => sketch(item, { name: `${name}.${code}`, labels, table, codes }));
}

/** A part answers to the name of the item it stands in, and is asked under both conditions. */
function inside(item: Item, part: Item): Item {
  return {
    ...part,
    measure: part.measure.concept === "" ? item.measure : part.measure,
    conditions: [...item.conditions, ...part.conditions.filter((each) => !item.conditions.includes(each))],
  };
}

function withRow(part: Item, row: Choice): Item {
  const languages = new Set([...Object.keys(row.labels), ...Object.keys(part.titles)]);
  const titles = Object.fromEntries(
    [...languages].map((language) => [
      language,
      `${inLanguage(row.labels, language)} – ${inLanguage(part.titles, language)}`,
    ]),
  );
  return { ...part, titles };
}

function inLanguage(texts: Localized, language: string): string {
  return (Object.hasOwn(texts, language) ? texts[language] : texts.default) ?? "";
}

const chosen: readonly VariableCode[] = [
  { code: 1, labels: { default: "chosen", en: "chosen", lt: "pasirinkta" } },
  { code: 0, labels: { default: "not chosen", en: "not chosen", lt: "nepasirinkta" } },
];

function sketch(
  item: Item,
  {
    kind = kindOf(item),
    codes,
    ...given
  }: Pick<Sketch, "name" | "labels" | "table"> & { kind?: VariableKind; codes: readonly VariableCode[] },
): Sketch {
  const { measure, conditions, required, minimum, maximum } = item;
  return {
    ...given,
    item: item.name,
    kind,
    question: item.titles,
    codes,
    conditions,
    required,
    level: levelOf(kind, measure),
    width: widthOf(kind, codes, item),
    ...(minimum === undefined || kind === "code" ? {} : { minimum }),
    ...(maximum === undefined || kind === "code" ? {} : { maximum }),
    ...(measure.role === undefined ? {} : { role: measure.role }),
    concept: measure.concept,
    domain: measure.domain,
    purpose: measure.purpose,
    ...(measure.concept === "" ? {} : { dataClass: measure.dataClass }),
    ...(measure.reversed ? { reversed: true } : {}),
  };
}

/** What nobody has said yet follows from the kind of answer. */
function levelOf(kind: VariableKind, { concept, level }: Item["measure"]): Sketch["level"] {
  if (kind === "order") return "ordinal";
  if (concept !== "") return level;
  const usual = {
    code: "nominal",
    number: "ratio",
    date: "interval",
    text: "text",
    file: "text",
    calculated: "nominal",
  } as const;
  return usual[kind];
}

function kindOf(item: Item): VariableKind {
  switch (item.kind) {
    case "single":
    case "boolean":
    case "multiple":
    case "matrix":
      return "code";
    case "rating":
      return item.choices.every(({ code, missing }) => missing || typeof code === "number")
        ? "number"
        : "code";
    case "ranking":
      return "order";
    case "number":
    case "text":
    case "date":
    case "file":
    case "calculated":
      return item.kind;
    default:
      return "text";
  }
}

function codesOf(choices: readonly Choice[]): VariableCode[] {
  return choices.map(({ code, labels, missing }) => ({ code, labels, ...(missing ? { missing } : {}) }));
}

function missingIn({ choices }: Item): VariableCode[] {
  return codesOf(choices.filter(({ missing }) => missing !== undefined));
}

/** Words of one's own beside an answer are stored under `item-Comment`. */
function ownWords(item: Item, table: string): Sketch[] {
  const option = item.choices.find((choice) => choice.ownWords);
  if (item.comment !== true && option === undefined) return [];
  const { minimum: _, maximum: __, ...rest } = item;
  const text: Item = { ...rest, kind: "text", choices: [], rows: [], required: false };
  const labels = option?.labels ?? item.titles;
  const written = sketch(text, { name: `${item.valueName ?? item.name}-Comment`, labels, table, codes: [] });
  return [{ ...written, level: "text", ...(written.dataClass ? { dataClass: "open-text" as const } : {}) }];
}
