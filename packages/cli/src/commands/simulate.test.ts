import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readCsv } from "@tiltas/formats/tables";
import { readInstrument } from "@tiltas/instrument/definition";
import { readInstrumentFolder } from "@tiltas/store/folders";
import { Command } from "commander";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { CommandError } from "../terminal/index.ts";
import { circumstancesOf } from "./simulate/circumstances.ts";
import { simulateCommand } from "./simulate.ts";

const root = join(import.meta.dirname, "../../../..");
const instrument = join(root, "instruments/tcn-integration/0.1.0");
const flagship = join(root, "instruments/tcn-integration/1.0.0");
const margins = join(root, "instruments/demonstration-margins.csv");

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tiltas-simulate-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

interface Words {
  readonly instrument?: string;
  /** null: none are named. */
  readonly margins?: string | null;
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
  const population = words.margins === null ? [] : ["--margins", words.margins ?? margins];
  await program.parseAsync([...command, ...population, "--out", out, ...(words.more ?? [])], {
    from: "user",
  });
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

  test("needs no margins: an instrument about organisations has none", async () => {
    const capacity = join(root, "instruments/municipal-capacity/1.0.0");
    const { out } = await simulate({ instrument: capacity, margins: null });
    expect(readCsv(readFileSync(out, "utf8")).rows).toHaveLength(60);
  });

  test("everybody is met as named, and then asked accordingly", async () => {
    const more = "--form long --sample venue --mode interviewer --stage field --format jsonl".split(" ");
    const { out } = await simulate({ instrument: flagship, more });
    const [first] = readFileSync(out, "utf8").split("\n");
    const met = { int_mode: "interviewer", int_form: "long", int_sample: "venue", int_stage: "field" };
    expect(JSON.parse(first ?? "")).toMatchObject({ mode: "interviewer", answers: met });
  });

  test("answers are bent to the figures of a file", async () => {
    const tendencies = join(folder, "tendencies.json");
    writeFileSync(tendencies, JSON.stringify({ items: { dsg_sex: { shares: { male: 1 } } } }));
    const { out } = await simulate({ margins: null, more: ["--tendencies", tendencies] });
    const answered = readCsv(readFileSync(out, "utf8")).rows.flatMap(({ dsg_sex }) => dsg_sex || []);
    expect(new Set(answered)).toEqual(new Set(["male"]));
  });

  test.each([
    ["no JSON", "{", /tendencies\.json is no JSON/],
    ["another shape", '{"items": {"dsg_sex": {"tendency": {}}}}', /items\.dsg_sex: .*An item has shares/],
    ["an item that is not asked", '{"items": {"nothing": {}}}', /the instrument has no item nothing/],
  ])("tendencies with %s are refused in a sentence", async (_what, text, message) => {
    const tendencies = join(folder, "tendencies.json");
    writeFileSync(tendencies, text);
    const simulated = simulate({ more: ["--tendencies", tendencies] });
    await expect(simulated).rejects.toThrow(CommandError);
    await expect(simulated).rejects.toThrow(message);
  });

  test("a circumstance the instrument is not told of is refused, since it would change nothing", async () => {
    const simulated = simulate({ more: ["--form", "long"] });
    await expect(simulated).rejects.toThrow(CommandError);
    await expect(simulated).rejects.toThrow(/--form long would change nothing: tcn-integration@0\.1\.0/);
  });

  test("a word that its item does not offer is refused with those it does", () => {
    const { items, ...rest } = readInstrument(readInstrumentFolder(flagship));
    const onlyWeb = items.map((item) =>
      item.name === "int_mode"
        ? { ...item, choices: item.choices.filter(({ code }) => code === "web") }
        : item,
    );
    expect(() => circumstancesOf({ mode: "kiosk" }, { ...rest, items: onlyWeb })).toThrow(
      "--mode kiosk: the item int_mode of tcn-integration@1.0.0 offers only web.",
    );
  });
});
