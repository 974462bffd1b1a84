import { findProperty, isObject } from "../definition/index.ts";
import { comparable, flagIn, numberIn, tooLong } from "./cell.ts";
import type { Languages } from "./columns.ts";
import type { Patch } from "./rebuild.ts";
import { cellsByKey } from "./returned.ts";
import type { Layout } from "./rows.ts";
import type { AuthorChange, AuthorProblem, ReturnedSheet } from "./sheet.ts";
import { withWords } from "./words.ts";
import { settingColumns, textColumns } from "./workbook.ts";

/** Changes to texts and settings, by the path of the part they belong to. */
export interface Patches {
  readonly byPath: ReadonlyMap<string, readonly Patch[]>;
  readonly changes: readonly AuthorChange[];
  readonly problems: readonly AuthorProblem[];
}

export function readPatches(sheets: readonly ReturnedSheet[], layout: Layout, languages: Languages): Patches {
  const collected = new Collected();
  const texts = sheets.find(({ name }) => name === "texts");
  if (texts) readTexts(texts, layout, languages, collected);
  const settings = sheets.find(({ name }) => name === "settings");
  if (settings) readSettings(settings, layout, collected);
  return collected;
}

class Collected implements Patches {
  readonly byPath = new Map<string, Patch[]>();
  readonly changes: AuthorChange[] = [];
  readonly problems: AuthorProblem[] = [];

  add(path: string, patch: Patch): void {
    this.byPath.set(path, [...(this.byPath.get(path) ?? []), patch]);
  }
}

function readTexts(sheet: ReturnedSheet, layout: Layout, languages: Languages, collected: Collected): void {
  const byKey = new Map(layout.texts.map((text) => [text.key, text]));
  const columns = textColumns(languages);
  for (const row of sheet.rows) {
    const cells = cellsByKey(row, columns, sheet.header);
    const text = byKey.get(cells.get("@key") ?? "");
    if (!text) {
      const message =
        "This row is about no text of the questionnaire. Texts are added in the sheets of their items.";
      collected.problems.push({ sheet: "texts", row: row.number, message });
      continue;
    }
    for (const language of languages.all) {
      const key = `words:${language}`;
      const [before, after] = [text.cells[key] ?? "", cells.get(key)];
      if (after === undefined || after === before || after === tooLong) continue;
      const what = [cells.get("where"), text.property].filter((part) => part).join(": ");
      collected.changes.push({
        sheet: "texts",
        row: row.number,
        column: `Text [${language}]`,
        kind: "changed",
        what,
        before,
        after,
      });
      collected.add(text.node.path, (draft) =>
        draft.set(text.property, withWords(draft.get(text.property), language, languages.standard, after)),
      );
    }
  }
}

function readSettings(sheet: ReturnedSheet, layout: Layout, collected: Collected): void {
  const before = new Map(layout.settings.map(({ property, value }) => [property, value]));
  const seen = new Set<string>();
  for (const row of sheet.rows) {
    const cells = cellsByKey(row, settingColumns, sheet.header);
    const [property, after] = [comparable(cells.get("property") ?? ""), cells.get("value") ?? ""];
    seen.add(property);
    if (after === (before.get(property) ?? "") || after === tooLong) continue;
    const at = { sheet: "settings", row: row.number };
    if (property === "" || (!before.has(property) && findProperty("survey", property) === undefined)) {
      collected.problems.push({
        ...at,
        column: "Setting",
        message: `survey-core has no setting "${property}".`,
      });
      continue;
    }
    collected.changes.push({
      ...at,
      kind: "changed",
      what: property,
      before: before.get(property) ?? "",
      after,
    });
    const value = settingIn(property, after, layout.survey.json);
    if (value === undefined && after !== "")
      collected.problems.push({
        ...at,
        column: "Value",
        message: `"${after}" is not what ${property} takes.`,
      });
    else collected.add("", (draft) => draft.set(property, value));
  }
  for (const [property, value] of before) {
    if (seen.has(property)) continue;
    collected.changes.push({ sheet: "settings", kind: "removed", what: property, before: value });
    collected.add("", (draft) => draft.set(property, undefined));
  }
}

/** A setting keeps the kind of value it has, or takes the one survey-core gives it. */
function settingIn(property: string, text: string, json: unknown): string | number | boolean | undefined {
  if (text === "") return undefined;
  const before = isObject(json) && Object.hasOwn(json, property) ? json[property] : undefined;
  const type =
    before === undefined || before === null ? findProperty("survey", property)?.type : typeof before;
  if (type === "boolean") return flagIn(text);
  return type === "number" ? numberIn(text) : text;
}
