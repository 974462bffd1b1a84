import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readCsv } from "@tiltas/formats/tables";
import { afterAll, beforeAll, expect, test } from "vitest";
import { run } from "../program/program.ts";

const version = join(import.meta.dirname, "../../../../instruments/tcn-integration/1.1.0");
const place = mkdtempSync(join(tmpdir(), "tiltas-margins-"));
afterAll(() => rmSync(place, { recursive: true }));

async function tiltas(...words: string[]) {
  const said: string[] = [];
  const tell = (text: string) => void said.push(text);
  const code = await run(words, { print: tell, complain: tell });
  return { code, said: said.join("\n") };
}

const dated = ["--date", "2026-07-01"];
let empty = "";
beforeAll(async () => {
  await tiltas("margins", "request", version, ...dated, "--out", place);
  empty = readFileSync(join(place, "table.csv"), "utf8");
});

/** The table as it came back: the same number in every row. */
async function answered(change: (filled: string) => string) {
  const table = join(place, "filled.csv");
  writeFileSync(table, change(empty.replaceAll(/,(?="?\r?\n)/g, ",2")));
  const out = join(place, "margins.csv");
  const from = ["--instrument", version, ...dated, "--source", "Migration Department"];
  return { out, ...(await tiltas("margins", "read", table, ...from, "--out", out)) };
}

test("the table asks for all of it crossed at one date, stateless people too, asylum seekers and others outside not", () => {
  const { header, rows } = readCsv(empty);
  expect(header.slice(0, 5)).toEqual(["municipality", "citizenship", "sex", "age", "residence-ground"]);
  expect(rows).toHaveLength(60 * 8 * 2 * 7 * 7);
  expect(new Set(rows.map((row) => row["residence-ground"]))).not.toContain("asylum-applicant");
  expect(new Set(rows.map((row) => row.citizenship))).not.toContain("eu-efta");
  expect(readFileSync(join(place, "letter-lt.md"), "utf8")).toMatch(
    /Asmenys be pilietybės.*2026-07-01|2026-07-01/s,
  );
});

test("a filled table becomes a margins file with sex within citizenship; untold numbers are said", async () => {
  const { code, said, out } = await answered((table) => table.replace(/,2(?=\r?\n)/, ",<5"));
  expect(said).toMatch(/1 numbers were not told/);
  expect(code).toBe(0);
  const { rows } = readCsv(readFileSync(out, "utf8"));
  expect(rows[0]).toMatchObject({ margin: "total", count: "94081", confidence: "official" });
  expect(new Set(rows.map((row) => row.margin))).toEqual(
    new Set(["total", "municipality", "citizenship-by-sex", "residence-ground", "age"]),
  );
});

test.each([
  ["a number that is none", (table: string) => table.replace(/,2(?=\r?\n)/, ",many"), /Line 2 .*"many"/],
  [
    "a row that is not there",
    (table: string) => table.replace(/\n32,ukr[^\n]*/, ""),
    /1 of 47040 rows .* missing/,
  ],
  [
    "a code that nobody asked for",
    (table: string) => table.replace("\n32,", "\n99,"),
    /Line 2 .*was not asked for/,
  ],
])("%s is refused by its line", async (_name, change, sentence) => {
  const { code, said } = await answered(change);
  expect(said).toMatch(sentence);
  expect(code).toBe(2);
});
