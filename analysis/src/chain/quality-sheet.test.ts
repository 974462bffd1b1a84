import { expect, test } from "vitest";
import type { Column, Dataset } from "../dataset/index.ts";
import { qualitySheet } from "./quality-sheet.ts";

test("people outside the population are not counted by language: taken from the tables they would be few", () => {
  const values = Int16Array.from([...new Array(25).fill(0), ...new Array(4).fill(0)]);
  const language: Column = {
    variable: {
      name: "interview_language",
      item: "interview_language",
      labels: {},
      codes: [{ code: "ar", labels: {} }],
      kind: "code",
    },
    values,
    missing: new Uint8Array(values.length),
  };
  const dataset: Dataset = {
    rows: values.length,
    columns: new Map([["interview_language", language]]),
    digest: "",
    exclusions: {},
  };
  const counts = (inside: Int32Array) => qualitySheet(dataset, { items: [], pages: [] }, 20, inside).counts;
  expect(counts(Int32Array.from({ length: 25 }, (_, row) => row))).toEqual([
    { dimension: "language", code: "ar", respondents: 25 },
  ]);
  expect(counts(Int32Array.from({ length: 19 }, (_, row) => row))).toEqual([]);
});
