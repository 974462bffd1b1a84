import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { run } from "../program/index.ts";

const published = join(import.meta.dirname, "../../../../instruments/tcn-integration/0.1.0");

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tiltas-check-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function check(...words: string[]): Promise<{ code: number; printed: string; complained: string }> {
  const [printed, complained]: string[][] = [[], []];
  const code = await run(["check", ...words], {
    print: (text) => printed?.push(text),
    complain: (text) => complained?.push(text),
  });
  return { code, printed: (printed ?? []).join("\n"), complained: (complained ?? []).join("\n") };
}

function file(content: unknown): string {
  const path = join(folder, "questionnaire.json");
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

const broken = {
  elements: [
    { type: "radiogroup", name: "town", title: "Do you live here?", choices: [] },
    { type: "radiogroup", name: "like it", title: "Don’t you like it?", choices: ["yes", "no"] },
  ],
};

test("the published instrument has no errors; the burden of each language is told", async () => {
  const { code, printed } = await check(published);
  expect(code).toBe(0);
  expect(printed).toMatch(/^0 errors, 0 warnings, \d+ pieces? of advice\.$/m);
  for (const language of ["lt", "en", "uk", "ru"])
    expect(printed).toMatch(new RegExp(`^ {2}${language} .*\\d / [\\d.]+ / `, "m"));
});

test("errors come first, with place, item and advice, and end the command with 1", async () => {
  const { code, printed, complained } = await check(file(broken));
  expect(code).toBe(1);
  expect(complained).toBe("");
  expect(printed).toMatch(
    /^Errors \(1\)\n {2}elements\[0\] \(town\) {2}\[no-options\]\n {4}town offers nothing/,
  );
  expect(printed).toContain("for instance to like_it");
  expect(printed.indexOf("Warnings (")).toBeLessThan(printed.indexOf("Advice ("));
  expect(printed.trimEnd().split("\n").at(-1)).toBe("1 error, 1 warning, 2 pieces of advice.");
});

const asking = {
  elements: [
    { type: "radiogroup", name: "rents", choices: ["yes", "no"] },
    { type: "radiogroup", name: "contract", visibleIf: "{rents} = 'yes'", choices: ["yes", "no"] },
    {
      type: "paneldynamic",
      name: "rooms",
      templateElements: [
        { type: "text", name: "size", inputType: "number" },
        { type: "radiogroup", name: "warm", visibleIf: "{panel.size} > 5", choices: ["yes", "no"] },
      ],
    },
  ],
};

async function coverage(interviews: unknown, ...words: string[]): Promise<string> {
  file(asking);
  writeFileSync(join(folder, "interviews.json"), JSON.stringify(interviews));
  return (await check(folder, ...words)).printed;
}

test("interviews that go both ways reach every item and both outcomes of every condition", async () => {
  const tenant = { rents: "yes", contract: "no", rooms: [{ size: 12, warm: "yes" }] };
  const owner = { rents: "no", rooms: [{ size: 4 }] };
  const printed = await coverage([
    { name: "A tenant has no contract", steps: [{ set: tenant }] },
    { name: "An owner is not asked about a contract", steps: [{ set: owner }] },
  ]);
  expect(printed).toMatch(
    /^Example interviews: 2; items reached 5\/5 \(100 %\), outcomes of conditions 4\/4 \(100 %\)$/m,
  );
});

test("what no interview reaches is named, and an interview that fails", async () => {
  const interviews = [
    {
      name: "An owner",
      steps: [{ set: { rents: "no" } }, { expect: { contract: { visible: true } } }],
    },
  ];
  const printed = await coverage(interviews);
  expect(printed).toContain("“An owner” – steps[1].expect.contract.visible: ");
  for (const gap of ["contract is never asked", "elements[1].visibleIf never true"])
    expect(printed).toMatch(new RegExp(`^ {2}\\S*${gap.replace(/[[\].]/g, "\\$&")}$`, "m"));
  const told = await coverage(interviews, "--language", "lt");
  expect(told).toContain("„An owner“ – ");
  expect(told).toContain("contract niekada neklausiama");
});

test("one JSON document holds all findings and the burden", async () => {
  const { code, printed } = await check(file(broken), "--json");
  const { findings, burden } = JSON.parse(printed);
  expect(code).toBe(1);
  expect(findings[0]).toEqual({
    rule: "no-options",
    severity: "error",
    path: "elements[0]",
    name: "town",
    message: "town offers nothing to choose from.",
    advice: "Write its options, rows or columns.",
  });
  expect(burden[0].forms[0].longest.items).toBe(2);
});

test("findings are told in Lithuanian too", async () => {
  const { printed } = await check(file(broken), "--language", "lt");
  expect(printed).toContain("Klaidos (1)");
  expect(printed).toContain("nėra iš ko rinktis");
  expect(printed).toMatch(/Klaidų: 1, įspėjimų: 1, patarimų: 2\.$/);
});

test("a rule that speaks often is told five times and counted", async () => {
  const elements = Array.from({ length: 9 }, (_, i) => ({ type: "radiogroup", name: `q${i}`, choices: [] }));
  const { printed } = await check(file({ elements }));
  expect(printed.match(/\[no-options\]$/gm)).toHaveLength(5);
  expect(printed).toContain("… and 4 more [no-options]; --json shows all");
});

describe("what cannot be read is said in one sentence", () => {
  test.each([
    [
      "a file that is no JSON",
      "{elements",
      /questionnaire\.json" is no JSON .*Save the questionnaire as JSON/,
    ],
    ["an empty file", "", /is no JSON/],
  ])("%s", async (_what, content, sentence) => {
    const { code, complained, printed } = await check(file(content));
    expect([code, printed]).toEqual([2, ""]);
    expect(complained).toMatch(sentence);
    expect(complained).not.toMatch(/\n\s+at /);
  });

  test("a file that is not there, a folder without a questionnaire, nothing at all", async () => {
    expect((await check(join(folder, "none.json"))).complained).toContain("There is no file or folder");
    expect((await check(folder)).complained).toContain("holds no questionnaire.json");
    expect((await check()).complained).toContain("Name the folder");
  });
});

describe("--explain", () => {
  test("says what a rule is for", async () => {
    expect((await check("--explain", "later-item")).printed).toContain("A condition that looks ahead");
    expect((await check("--explain", "page/empty", "--language", "lt")).printed).toContain(
      "Tuščias puslapis praleidžiamas",
    );
  });

  test("lists all rules", async () => {
    const { printed } = await check("--explain", "all", "--json");
    expect(JSON.parse(printed).length).toBeGreaterThan(60);
  });

  test("names what there is for a rule that does not exist", async () => {
    const { code, complained } = await check("--explain", "nonsense");
    expect(code).toBe(2);
    expect(complained).toContain("--explain all");
  });
});
