import { describe, expect, test } from "vitest";
import { applyTranslations } from "../apply.ts";
import { recordBaseline } from "../baseline.ts";
import { foldRecords, noTranslations, type TranslationRecord, type Translations } from "../record.ts";
import type { TranslationState } from "../states.ts";
import { statusIn, translationStatus } from "../status.ts";
import { headerOf } from "./columns.ts";
import { mergeRows } from "./merge.ts";
import type { ImportOutcome } from "./outcome.ts";
import { readRows, type SheetOfTexts } from "./rows.ts";
import { exchangeSheet } from "./sheet.ts";

const rent = { value: "rent", text: { en: "I rent", uk: "Орендую" } };
const own = { value: "own", text: { en: "I own" } };
const tenure = {
  type: "radiogroup",
  name: "tenure",
  title: { en: "How do you live?", uk: "Як ви живете?" },
  choices: [rent, own],
};
const of = (...elements: object[]) => ({ locale: "en", pages: [{ name: "p", elements }] });
const home = of(tenure);

/** A questionnaire with its records, as a folder holds them. */
interface Held {
  readonly questionnaire: unknown;
  readonly records: readonly TranslationRecord[];
}
const holding = (questionnaire: unknown): Held => ({ questionnaire, records: [] });
const translationsOf = ({ records }: Held): Translations => foldRecords(records);
const statusOf = (held: Held) =>
  translationStatus({ questionnaire: held.questionnaire }, translationsOf(held));

type Cells = Partial<Record<"text" | "state" | "adaptation" | "note" | "key" | "exported", string>>;

/** Exports, lets somebody edit rows by key, and gives the sheet as a workbook's reader would. */
function exported(held: Held, edits: Record<string, Cells> = {}, language = "uk"): SheetOfTexts {
  const { name, columns, rows } = exchangeSheet(statusOf(held), language, {
    references: [],
    findings: new Map(),
  });
  return {
    name,
    header: columns.map(({ header }) => header),
    rows: rows.map((row, i) => {
      const edited: Readonly<Record<string, string | null>> = { ...row, ...edits[row.key ?? ""] };
      const cells = columns.flatMap(({ key, header }) => (edited[key] ? [[header, edited[key]]] : []));
      return { number: i + 2, cells: Object.fromEntries(cells) };
    }),
  };
}

function imported(
  held: Held,
  sheet: SheetOfTexts,
  options: { as?: TranslationState; isPublished?: boolean } = {},
): Held & { readonly outcome: ImportOutcome } {
  const { rows, problems } = readRows(sheet);
  const outcome = mergeRows(statusOf(held), "uk", rows, problems, { isPublished: false, ...options });
  const record = { number: held.records.length + 1, source: "en", languages: { uk: outcome.records } };
  return {
    questionnaire: applyTranslations(held.questionnaire, outcome.texts, "en"),
    records: Object.keys(outcome.records).length > 0 ? [...held.records, record] : held.records,
    outcome,
  };
}

const changesOf = ({ outcome }: { outcome: ImportOutcome }) =>
  outcome.changes.map(({ key, kind, stateAfter }) => [key, kind, stateAfter]);
const skipsOf = ({ outcome }: { outcome: ImportOutcome }) =>
  outcome.skipped.map(({ key, reason }) => [key, reason]);
const texts = (held: Held) =>
  statusIn(statusOf(held), "uk").strings.map(({ text, standing, state }) => [
    text,
    standing === "stale" ? standing : state,
  ]);

describe("export, edit, import", () => {
  test("a workbook that comes back unchanged changes nothing", () => {
    const back = imported(holding(home), exported(holding(home)));
    expect(back.questionnaire).toEqual(home);
    expect([changesOf(back), skipsOf(back), back.records, back.outcome.untouched]).toEqual([[], [], [], 3]);
  });

  test("only what was edited changes, and a second import changes nothing", () => {
    const sheet = exported(holding(home), {
      "tenure:title": { text: "Де ви живете?" },
      "tenure/choices/own:text": { text: "Маю своє", state: "reviewed" },
    });
    const once = imported(holding(home), sheet);
    expect(changesOf(once)).toEqual([
      ["tenure:title", "changed", "draft 1"],
      ["tenure/choices/own:text", "added", "reviewed"],
    ]);
    expect(once.questionnaire).toEqual(
      of({
        ...tenure,
        title: { en: "How do you live?", uk: "Де ви живете?" },
        choices: [rent, { value: "own", text: { en: "I own", uk: "Маю своє" } }],
      }),
    );
    const twice = imported(once, sheet);
    expect([changesOf(twice), skipsOf(twice), twice.outcome.records]).toEqual([[], [], {}]);
    expect(twice.questionnaire).toEqual(once.questionnaire);
  });

  test("a state, an adaptation and a note travel without touching the words", () => {
    const sheet = exported(holding(home), {
      "tenure:title": { state: "adjudicated" },
      "tenure/choices/rent:text": { adaptation: "term", note: "Оренда is what people say." },
    });
    const once = imported(holding(home), sheet);
    expect(once.questionnaire).toEqual(home);
    expect(changesOf(once)).toEqual([
      ["tenure:title", "state", "adjudicated"],
      ["tenure/choices/rent:text", "remark", undefined],
    ]);
    expect(translationsOf(once).get("uk")?.get("tenure/choices/rent:text")?.adaptation).toEqual({
      kind: "term",
      note: "Оренда is what people say.",
    });
    expect(changesOf(imported(once, sheet))).toEqual([]);
    expect(changesOf(imported(once, exported(once)))).toEqual([]);
  });

  test("a whole file is raised to a state at once, never lowered, and empty rows stay missing", () => {
    const raised = imported(holding(home), exported(holding(home)), { as: "reviewed" });
    expect(texts(raised)).toEqual([
      ["Як ви живете?", "reviewed"],
      ["Орендую", "reviewed"],
      [undefined, undefined],
    ]);
    const lower = imported(raised, exported(raised), { as: "draft 2" });
    expect([changesOf(lower), texts(lower)]).toEqual([[], texts(raised)]);
  });

  test("changed words are a first draft again unless a state is chosen beside them", () => {
    const reviewed = imported(holding(home), exported(holding(home)), { as: "pretested" });
    const changed = imported(reviewed, exported(reviewed, { "tenure:title": { text: "Як живете?" } }));
    expect(texts(changed)[0]).toEqual(["Як живете?", "draft 1"]);
  });

  test("items that moved and answers that were renamed meanwhile still take their words", () => {
    const sheet = exported(holding(home), {
      "tenure:title": { text: "Де ви живете?" },
      "tenure/choices/own:text": { text: "Маю своє" },
    });
    const moved = holding({
      locale: "en",
      pages: [
        { name: "q", elements: [] },
        { name: "r", elements: [{ ...tenure, choices: [{ ...own, value: "owner" }, rent] }] },
      ],
    });
    const back = imported(moved, sheet);
    expect(changesOf(back)).toEqual([
      ["tenure:title", "changed", "draft 1"],
      ["tenure/choices/owner:text", "added", "draft 1"],
    ]);
    expect(changesOf(imported(back, sheet))).toEqual([]);
  });

  test("forty languages come back each into its own", () => {
    const codes = Array.from(
      { length: 40 },
      (_, i) => `l${String.fromCharCode(97 + (i % 26))}${i < 26 ? "a" : "b"}`,
    );
    let held = holding(home);
    for (const code of codes) {
      const { rows } = readRows(exported(held, { "tenure:title": { text: `Where? (${code})` } }, code));
      const outcome = mergeRows(statusOf(held), code, rows, [], { isPublished: false });
      expect(outcome.changes).toHaveLength(1);
      held = { ...held, questionnaire: applyTranslations(held.questionnaire, outcome.texts, "en") };
    }
    const status = statusOf(held);
    expect(codes.map((code) => statusIn(status, code).strings[0]?.text)).toEqual(
      codes.map((code) => `Where? (${code})`),
    );
    expect(statusIn(status, "uk").strings[0]?.text).toBe("Як ви живете?");
  });
});

describe("what is not taken is kept and named", () => {
  const edited = { "tenure:title": { text: "Де ви живете?" } };
  const changed = of({ ...tenure, title: { ...tenure.title, en: "How do you live now?" } });

  test("words for a source that changed meanwhile wait as a proposal, once", () => {
    const held = { ...holding(changed), records: recorded(home) };
    const back = imported(held, exported(holding(home), edited));
    expect(skipsOf(back)).toEqual([["tenure:title", "source-changed"]]);
    expect(back.questionnaire).toEqual(changed);
    expect(statusIn(statusOf(back), "uk").proposals).toBe(1);
    expect(texts(back)[0]).toEqual(["Як ви живете?", "stale"]);
    expect(imported(back, exported(holding(home), edited)).outcome.records).toEqual({});
    const shown = exported(back).rows[0]?.cells ?? {};
    expect(shown[headerOf("findings")]).toContain("Де ви живете?");
  });

  test("words for a text that is still missing wait too", () => {
    const now = of({ ...tenure, choices: [rent, { value: "own", text: { en: "I own it" } }] });
    const back = imported(
      holding(now),
      exported(holding(home), { "tenure/choices/own:text": { text: "Маю своє" } }),
    );
    expect(skipsOf(back)).toEqual([["tenure/choices/own:text", "source-changed"]]);
    expect(translationsOf(back).get("uk")?.get("tenure/choices/own:text")?.proposal?.text).toBe("Маю своє");
  });

  test("words that were changed here as well are not overwritten", () => {
    const here = of({ ...tenure, title: { ...tenure.title, uk: "Як живете?" } });
    const back = imported(holding(here), exported(holding(home), edited));
    expect(skipsOf(back)).toEqual([["tenure:title", "changed-meanwhile"]]);
    expect(back.questionnaire).toEqual(here);
    expect(statusIn(statusOf(back), "uk").proposals).toBe(1);
  });

  test("a stale text is settled by choosing a state, and only so", () => {
    const held = { ...holding(changed), records: recorded(home) };
    expect(texts(imported(held, exported(held), { as: "reviewed" }))[0]).toEqual(["Як ви живете?", "stale"]);
    const settled = imported(held, exported(held, { "tenure:title": { state: "reviewed" } }));
    expect(texts(settled)[0]).toEqual(["Як ви живете?", "reviewed"]);
  });

  test("an empty cell does not remove a translation", () => {
    const back = imported(holding(home), exported(holding(home), { "tenure:title": { text: "" } }));
    expect([skipsOf(back), back.questionnaire]).toEqual([[["tenure:title", "emptied"]], home]);
  });

  test("a frozen text changes only when its state is lowered in the same row", () => {
    const frozen = imported(holding(home), exported(holding(home)), { as: "frozen" });
    expect(skipsOf(imported(frozen, exported(frozen, edited)))).toEqual([["tenure:title", "frozen"]]);
    const lowered = exported(frozen, { "tenure:title": { text: "Де ви живете?", state: "draft 2" } });
    expect(changesOf(imported(frozen, lowered))).toEqual([["tenure:title", "changed", "draft 2"]]);
  });

  test("words of a published version never change, their states do", () => {
    const sheet = exported(holding(home), { ...edited, "tenure/choices/rent:text": { state: "reviewed" } });
    const back = imported(holding(home), sheet, { isPublished: true });
    expect(back.questionnaire).toEqual(home);
    expect([skipsOf(back), changesOf(back)]).toEqual([
      [["tenure:title", "published"]],
      [["tenure/choices/rent:text", "state", "reviewed"]],
    ]);
  });

  test("rows of other questionnaires, rows without a key and texts without a row are counted", () => {
    const sheet = exported(holding(home), {
      "tenure:title": {
        key: "gone:title",
        exported: exported(holding(home)).rows[1]?.cells[headerOf("exported")] ?? "",
      },
      "tenure/choices/rent:text": { exported: "{" },
    });
    const back = imported(holding(home), sheet);
    expect(skipsOf(back)).toEqual([
      ["gone:title", "unknown"],
      ["tenure/choices/rent:text", "damaged"],
    ]);
    expect(back.outcome.absent).toEqual(["tenure:title", "tenure/choices/rent:text"]);
  });

  test("a row pasted twice with different words is not decided by chance", () => {
    const { rows, ...sheet } = exported(holding(home), edited);
    const again = exported(holding(home), { "tenure:title": { text: "Як?" } }).rows[0];
    const back = imported(holding(home), {
      ...sheet,
      rows: [...rows, ...(again ? [{ ...again, number: 9 }] : [])],
    });
    expect([changesOf(back), skipsOf(back)]).toEqual([
      [],
      [
        ["tenure:title", "twice"],
        ["tenure:title", "twice"],
      ],
    ]);
  });

  test("a state that does not exist is named, and the words are taken", () => {
    const back = imported(
      holding(home),
      exported(holding(home), { "tenure:title": { text: "Де?", state: "done" } }),
    );
    expect(skipsOf(back)).toEqual([["tenure:title", "damaged"]]);
    expect(changesOf(back)).toEqual([["tenure:title", "changed", "draft 1"]]);
  });

  test("every row is accounted for", () => {
    const sheet = exported(holding(home), {
      ...edited,
      "tenure/choices/rent:text": { text: "" },
    });
    const { outcome } = imported(holding(home), sheet);
    const touched = new Set([...outcome.changes, ...outcome.skipped].map(({ row }) => row));
    expect(touched.size + outcome.untouched).toBe(sheet.rows.length);
  });
});

test("a sheet for Arabic runs from right to left, one for Ukrainian does not", () => {
  const sheet = (language: string) =>
    exchangeSheet(statusOf(holding(home)), language, { references: [], findings: new Map() });
  expect([sheet("ar").rightToLeft, sheet("uk").rightToLeft]).toEqual([true, false]);
  expect(sheet("ar").columns.find(({ key }) => key === "text")?.rightToLeft).toBe(true);
});

function recorded(questionnaire: unknown): TranslationRecord[] {
  const status = translationStatus({ questionnaire }, noTranslations);
  return [{ number: 1, source: "en", languages: recordBaseline(status, "reviewed") }];
}
