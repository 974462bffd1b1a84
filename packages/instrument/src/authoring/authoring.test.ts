import { describe, expect, test } from "vitest";
import { validInstruments } from "../../../../tests/instruments/tiny.ts";
import { digest } from "../digest/index.ts";
import {
  type Authored,
  type AuthorSheet,
  authorSheets,
  type ReturnedSheet,
  readAuthorSheets,
  sayProblem,
} from "./index.ts";

function sheetsOf(questionnaire: unknown, measures: unknown = { items: {} }): AuthorSheet[] {
  const source = {
    id: "tiny",
    version: "1.0.0",
    digest: digest(questionnaire),
    languages: ["lt", "en"],
    questionnaire,
    measures,
  };
  return authorSheets(source);
}

/** The way through a workbook: cells by header, empty ones absent, row 1 the header. */
function returned(sheets: readonly AuthorSheet[]): ReturnedSheet[] {
  return sheets.map(({ name, columns, rows }) => ({
    name,
    header: columns.map(({ header }) => header),
    rows: rows.map((row, i) => ({
      number: i + 2,
      cells: Object.fromEntries(
        columns.map(({ key, header }) => [header, row[key] ?? ""]).filter(([, text]) => text !== ""),
      ),
    })),
  }));
}

function read(sheets: readonly ReturnedSheet[]): Authored {
  const authored = readAuthorSheets(sheets);
  if (!authored) throw new Error("These sheets were not written by authorSheets.");
  return authored;
}

describe("a workbook that nobody edited", () => {
  test.each(validInstruments().map(({ name, files }) => [name, files] as const))(
    "gives %s back as it was",
    (_, files) => {
      const { questionnaire, measures, changes, problems } = read(
        returned(sheetsOf(files.questionnaire, files.measures)),
      );
      expect(problems.map(sayProblem)).toEqual([]);
      expect(changes).toEqual([]);
      expect(questionnaire).toEqual(files.questionnaire);
      expect(measures).toEqual(files.measures);
    },
  );
});
