import { isList, isObject, type JsonObject } from "../definition/index.ts";
import { cellOf, flagIn } from "./cell.ts";
import type { AuthorColumn } from "./sheet.ts";

/** A column of what an item measures; it is kept in measures.json under the item's name. */
export interface MeasureColumn extends AuthorColumn {
  readonly property: string;
  /** The value a changed cell stands for; undefined takes it out; a problem is a sentence. */
  parse(text: string): { readonly value: unknown } | { readonly problem: string };
  show(value: unknown): string;
}

const plainly: Pick<MeasureColumn, "parse" | "show"> = { parse: (text) => ({ value: text }), show: cellOf };

function listed(property: string, header: string, options: readonly string[]): MeasureColumn {
  return {
    key: `measure:${property}`,
    property,
    header,
    width: 15,
    options,
    show: cellOf,
    parse: (text) =>
      options.includes(text)
        ? { value: text }
        : { problem: `"${text}" is none of ${options.join(", ")}. Choose one from the list.` },
  };
}

function written(property: string, header: string, width: number): MeasureColumn {
  return { ...plainly, key: `measure:${property}`, property, header, width, wrap: true };
}

export const measureColumns: readonly MeasureColumn[] = [
  written("concept", "Concept", 30),
  written("domain", "Domain", 16),
  listed("role", "Role", [
    "municipality",
    "citizenship",
    "sex",
    "age",
    "residence-ground",
    "stratifier",
    "screener",
    "missing-reason",
    "actual-municipality",
    "network-size",
    "venue-visits",
    "given",
    "drawn",
  ]),
  written("explains", "Says why empty", 16),
  listed("level", "Level", ["nominal", "ordinal", "interval", "ratio", "text"]),
  {
    key: "measure:reversed",
    property: "reversed",
    header: "Reversed",
    width: 11,
    options: ["yes", "no"],
    note: "yes: a high code means little of the concept",
    show: (value) => (typeof value === "boolean" ? (value ? "yes" : "no") : cellOf(value)),
    parse: (text) => {
      const flag = flagIn(text);
      return flag === undefined ? { problem: `Write yes or no; here stands "${text}".` } : { value: flag };
    },
  },
  {
    key: "measure:outsideMargins",
    property: "outsideMargins",
    header: "Outside margins",
    width: 16,
    note: "Codes that population registers do not count, with commas between",
    show: (value) => (isList(value) ? value.map(cellOf).join(", ") : cellOf(value)),
    parse: (text) => ({
      value: text
        .split(",")
        .map((code) => code.trim())
        .filter((code) => code !== ""),
    }),
  },
  written("purpose", "Purpose", 34),
  listed("dataClass", "Data class", ["ordinary", "sensitive", "special-category", "open-text"]),
];

/** measures.json as it stands: what each item measures, by name. */
export function measuresIn(measures: unknown): ReadonlyMap<string, JsonObject> {
  const items = isObject(measures) && isObject(measures.items) ? measures.items : {};
  return new Map(Object.entries(items).filter((entry): entry is [string, JsonObject] => isObject(entry[1])));
}

/** Columns that every item with measures must fill before it is published. */
const needed = new Set(["concept", "domain", "level", "purpose", "dataClass"]);

/** An item whose measures are begun and not complete, with the headers of its empty columns. */
export interface Unmeasured {
  readonly item: string;
  readonly columns: readonly string[];
}

export function unmeasuredIn(measures: unknown): Unmeasured[] {
  return [...measuresIn(measures)].flatMap(([item, measure]) => {
    const columns = measureColumns
      .filter(({ property }) => needed.has(property) && cellOf(measure[property]).trim() === "")
      .map(({ header }) => header);
    return columns.length === 0 ? [] : [{ item, columns }];
  });
}
