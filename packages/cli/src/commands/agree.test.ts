import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { run } from "../program/index.ts";
import type { FileAgreement } from "./agree/print.ts";
import { paragraphOf, summaryOf } from "./agree/print.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tiltas-agree-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

async function agree(...words: string[]) {
  const said: string[] = [];
  const complained: string[] = [];
  const output = {
    print: (text: string) => said.push(text),
    complain: (text: string) => complained.push(text),
  };
  const code = await run(["agree", ...words], output);
  return { code, said: said.join("\n"), complained: complained.join("\n") };
}

const small = {
  elements: [
    { type: "radiogroup", name: "works", choices: ["yes", "no"], isRequired: true },
    {
      type: "text",
      name: "hours",
      visibleIf: "{works} = 'yes'",
      validators: [{ type: "numeric", maxValue: 80 }],
    },
  ],
};
const refused = {
  elements: [{ type: "dropdown", name: "town", choicesByUrl: { url: "https://example.org" } }],
};

describe("tiltas agree", () => {
  test("names what survey-core passes over in silence, and tries the rest", async () => {
    const odd = { elements: [{ type: "text", name: "hours", visibleIf: "{works} =", requiredIf: "ours()" }] };
    const { code, said } = await agree(file("odd.json", odd), "--runs", "20");
    expect(code).toBe(0);
    expect(said).toContain("compiled; 20 runs, 0 disagree\n  taken without effect:\n");
    expect(said).toContain("    elements[0].visibleIf: syntax. At character 10: ");
    expect(said).toContain("    elements[0].requiredIf: function ours. At character 1: there is no function");
    expect(said.split("\n").at(-1)).toBe("1 agreed, 0 disagreed, 0 refused");
  });

  test("says per file what it came to, and in the last line how many agreed", async () => {
    const { code, said } = await agree(file("a.json", small), file("b.json", refused), "--runs", "40");
    expect(code).toBe(0);
    expect(said).toContain("compiled; 40 runs, 0 disagree");
    expect(said).toMatch(/elements\[0\]\S*: .*choicesByUrl/);
    expect(said).toContain("Outcomes seen: conditions 2 of 2 (100.0 %), rules 4 of 4 (100.0 %).");
    expect(said.split("\n").at(-1)).toBe("1 agreed, 0 disagreed, 1 refused");
  });

  test("as JSON it gives the same with all digits, and the same seed gives the same", async () => {
    const words = [file("a.json", small), "--runs", "30", "--seed", "5", "--json"];
    const [one, two] = [await agree(...words), await agree(...words)];
    expect(one.said).toBe(two.said);
    const { files, totals } = JSON.parse(one.said);
    expect(files[0]).toMatchObject({ compiled: true, refusals: [], runs: 30, disagreements: [] });
    expect(totals).toMatchObject({ agreed: 1, disagreed: 0, refused: 0 });
  });

  test("takes folders: definitions in it, questionnaire.json of versions, no facts beside them", async () => {
    file("corpus/a.json", small);
    file("corpus/a.json.facts.json", { anything: 1 });
    file("instruments/published.json", {});
    file("instruments/tiny/1.0.0/questionnaire.json", small);
    file("instruments/tiny/1.0.0/measures.json", {});
    const { said } = await agree(join(folder, "corpus"), join(folder, "instruments"), "--runs", "5");
    expect(said.split("\n").at(-1)).toBe("2 agreed, 0 disagreed, 0 refused");
    expect(said).toContain(join("tiny", "1.0.0", "questionnaire.json"));
  });

  test.each([
    ["nothing there", () => ["nowhere.json"], /no file or folder "nowhere.json"/],
    ["no JSON", () => [file("x.json", "{")], /is not JSON/],
    ["an empty folder", () => [folder], /holds no definition/],
    ["runs in words", () => [file("y.json", small), "--runs", "many"], /whole number/],
  ])("%s is one sentence and exit code 2", async (_name, words, sentence) => {
    const { code, complained } = await agree(...words());
    expect(code).toBe(2);
    expect(complained).toMatch(sentence);
  });

  test("a file that is JSON and no questionnaire is refused by name, not broken on", async () => {
    const { code, said } = await agree(
      file("list.json", [1, 2]),
      file("text.json", '"words"'),
      "--runs",
      "3",
    );
    expect(code).toBe(0);
    expect(said.split("\n").at(-1)).toBe("0 agreed, 0 disagreed, 2 refused");
  });

  test("a disagreement is shown with its smallest example", () => {
    const coverage = {
      conditions: { seen: 0, of: 0 },
      rules: { seen: 1, of: 2 },
      missing: ["a never failed"],
      unreachable: [],
    };
    const result: FileAgreement = {
      file: "a.json",
      compiled: true,
      refusals: [],
      passedOver: [],
      runs: 10,
      disagreeingRuns: 2,
      disagreements: [
        { runs: 2, answers: { a: 1 }, differences: [{ aspect: "cleaned", path: "a", text: "They differ." }] },
      ],
      failures: [{ threw: "TypeError: no", runs: 1, answers: { a: [] } }],
      faults: { "some-fault": 3 },
      coverage,
    };
    expect([paragraphOf(result), summaryOf([result])].join("\n").split("\n")).toEqual([
      "a.json",
      "  compiled; 10 runs, 2 disagree",
      '    2 runs like this: {"a":1}',
      "      cleaned a: They differ.",
      '    3 runs show survey-core\'s known fault "some-fault".',
      "  outcomes seen: conditions none to see, rules 1 of 2 (50.0 %)",
      "    a never failed",
      '  survey-core breaks in 1 runs (TypeError: no), such as on {"a":[]}',
      "",
      "Outcomes seen: conditions none to see, rules 1 of 2 (50.0 %).",
      "0 agreed, 1 disagreed, 0 refused",
    ]);
  });
});
