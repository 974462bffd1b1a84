import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readCsv } from "@tiltas/formats/tables";
import { Command } from "commander";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { CommandError } from "../terminal/index.ts";
import { simulateCommand } from "./simulate.ts";

const root = join(import.meta.dirname, "../../../..");
const instrument = join(root, "instruments/tcn-integration/0.1.0");
const margins = join(root, "instruments/tcn-integration/demonstration-margins.csv");

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tiltas-simulate-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

interface Words {
  readonly instrument?: string;
  readonly margins?: string;
  readonly out?: string;
  readonly seed?: string;
  readonly more?: readonly string[];
}

async function simulate(words: Words = {}): Promise<{ said: string; out: string }> {
  const out = words.out ?? join(folder, "responses");
  const said: string[] = [];
  const program = new Command("tiltas").exitOverride().configureOutput({ writeErr: () => {} });
  simulateCommand(program, { print: (text) => said.push(text), complain: (text) => said.push(text) });
  const command = [
    "simulate",
    words.instrument ?? instrument,
    "--respondents",
    "60",
    "--seed",
    words.seed ?? "5",
  ];
  const files = ["--margins", words.margins ?? margins, "--out", out, ...(words.more ?? [])];
  await program.parseAsync([...command, ...files], { from: "user" });
  return { said: said.join("\n"), out };
}

describe("tiltas simulate", () => {
  test("writes one line per respondent and says on each that it is synthetic", async () => {
    const { said, out } = await simulate();
    const { header, rows } = readCsv(readFileSync(out, "utf8"));
    expect(rows).toHaveLength(60);
    expect(rows.every((row) => row.synthetic === "yes")).toBe(true);
    expect(header).toEqual(
      expect.arrayContaining(["response_id", "dsg_municipality", "mun_criteria.fit", "mun_improve"]),
    );
    expect(said).toContain(out);
    expect(said).toContain("synthetic");
  });

  test("an answer that is missing is an empty field; an option not chosen is 0", async () => {
    const { rows } = readCsv(readFileSync((await simulate()).out, "utf8"));
    expect(rows.some((row) => row.bel_life_satisfaction === "")).toBe(true);
    expect(rows.every((row) => /^\d*$/.test(row.bel_life_satisfaction ?? ""))).toBe(true);
    expect(new Set(rows.map((row) => row["mun_services_used.registration"]))).toEqual(
      new Set(["", "0", "1"]),
    );
  });

  test("as JSON lines it keeps the answers as given, with the mark", async () => {
    const { out } = await simulate({ more: ["--format", "jsonl"] });
    const lines = readFileSync(out, "utf8").trimEnd().split("\n");
    expect(lines).toHaveLength(60);
    for (const line of lines)
      expect(JSON.parse(line)).toMatchObject({ synthetic: true, mode: "web", answers: {} });
  });

  test("the same seed writes the same bytes", async () => {
    const [one, two] = [
      await simulate({ out: join(folder, "1") }),
      await simulate({ out: join(folder, "2") }),
    ];
    expect(readFileSync(one.out)).toEqual(readFileSync(two.out));
  });

  test.each([
    [{ instrument: "/nowhere" }, /\/nowhere/],
    [{ margins: "/nowhere.csv" }, /There is no file "\/nowhere.csv"/],
    [{ out: "/nowhere/out.csv" }, /cannot be written/],
  ])("what it cannot use is said in a sentence: %j", async (words, message) => {
    await expect(simulate(words)).rejects.toThrow(CommandError);
    await expect(simulate(words)).rejects.toThrow(message);
  });

  test("a seed that is no whole number is refused before anything is read", async () => {
    await expect(simulate({ seed: "-1" })).rejects.toThrow(/whole number/);
  });
});
