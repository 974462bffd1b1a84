import { isRightToLeft, textIn } from "../languages.ts";
import { adaptationKinds, translationStates } from "../states.ts";
import { statusIn, type TranslationStatus, type TranslationString } from "../status.ts";
import { headerOf } from "./columns.ts";
import { noteOf, shownState, staleWord, stampOf } from "./stamp.ts";
import { placeWords, surroundings } from "./wording.ts";

export interface SheetOptions {
  /** Languages shown beside the source, for translators who do not read it. */
  readonly references: readonly string[];
  /** What the automatic checks say, by key. */
  readonly findings: ReadonlyMap<string, readonly string[]>;
}

/** A sheet in the shape that `@tiltas/formats/tables` writes. */
export interface ExchangeSheet {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly Readonly<Record<string, string | null>>[];
  readonly frozenColumns: number;
  readonly rightToLeft: boolean;
  readonly tone: (row: number, key: string) => "attention" | "quiet" | undefined;
}

interface SheetColumn {
  readonly key: string;
  readonly header: string;
  readonly width: number;
  readonly wrap?: boolean;
  readonly locked?: boolean;
  readonly hidden?: boolean;
  readonly options?: readonly string[];
  readonly note?: string;
  readonly rightToLeft?: boolean;
}

/** All texts side by side with one language, in the order respondents meet them. */
export function exchangeSheet(
  status: TranslationStatus,
  language: string,
  { references, findings }: SheetOptions,
): ExchangeSheet {
  const { strings } = statusIn(status, language);
  const source = status.sourceLanguage;
  const rows = strings.map((string, i): Record<string, string | null> => {
    const said = [...(findings.get(string.unit.key) ?? []), ...proposalOf(string)];
    return {
      ...rowOf(string, language, i + 1),
      findings: said.join("\n") || null,
      ...Object.fromEntries(
        references.map((one) => [`reference ${one}`, textIn(string.unit.written, one, source) ?? null]),
      ),
    };
  });
  return {
    name: language,
    columns: columnsOf(source, language, references),
    rows,
    frozenColumns: 0,
    rightToLeft: isRightToLeft(language),
    tone: (row, key) => {
      const string = strings[row];
      if (key === "findings" || (key === "state" && string?.standing === "stale"))
        return rows[row]?.[key] ? "attention" : undefined;
      if (key === "text" && string?.standing !== "current") return "attention";
      return ["number", "where", "context"].includes(key) ? "quiet" : undefined;
    },
  };
}

function rowOf(string: TranslationString, language: string, number: number): Record<string, string | null> {
  const { unit, text, record } = string;
  return {
    key: unit.key,
    exported: JSON.stringify(stampOf(string, language)),
    number: String(number),
    where: placeWords(unit),
    source: unit.source,
    text: text ?? null,
    state: shownState(string) ?? null,
    adaptation: record?.adaptation?.kind ?? null,
    note: noteOf(string) ?? null,
    context: surroundings(unit) || null,
  };
}

function proposalOf({ record, standing }: TranslationString): string[] {
  if (record?.proposal === undefined)
    return standing === "stale" ? ["The source has changed since this was translated."] : [];
  return [`Proposed for an earlier source, not taken: ${record.proposal.text}`];
}

function columnsOf(source: string, language: string, references: readonly string[]): SheetColumn[] {
  const sided = (one: string) => (isRightToLeft(one) ? { rightToLeft: true } : {});
  return [
    { key: "key", header: headerOf("key"), width: 24, locked: true, hidden: true },
    { key: "exported", header: headerOf("exported"), width: 24, locked: true, hidden: true },
    { key: "number", header: headerOf("number"), width: 5, locked: true },
    { key: "where", header: headerOf("where"), width: 26, wrap: true, locked: true },
    {
      key: "source",
      header: headerOf("source", source),
      width: 38,
      wrap: true,
      locked: true,
      ...sided(source),
    },
    ...references.map((one) => ({
      key: `reference ${one}`,
      header: headerOf("reference", one),
      width: 32,
      wrap: true,
      locked: true,
      ...sided(one),
    })),
    { key: "text", header: headerOf("text", language), width: 38, wrap: true, ...sided(language) },
    { key: "state", header: headerOf("state"), width: 12, options: [...translationStates, staleWord] },
    { key: "adaptation", header: headerOf("adaptation"), width: 13, options: adaptationKinds },
    { key: "note", header: headerOf("note"), width: 20, wrap: true },
    { key: "findings", header: headerOf("findings"), width: 24, wrap: true, locked: true },
    { key: "context", header: headerOf("context"), width: 34, wrap: true, locked: true },
  ];
}
