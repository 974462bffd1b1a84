import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { run } from "../program/index.ts";

const root = mkdtempSync(join(tmpdir(), "tiltas-compare-"));
afterAll(() => rmSync(root, { recursive: true }));

function write(name: string, content: unknown): string {
  const path = join(root, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

async function compare(...words: string[]) {
  const said: string[] = [];
  const complained: string[] = [];
  const output = {
    print: (text: string) => said.push(text),
    complain: (text: string) => complained.push(text),
  };
  const code = await run(["compare", ...words], output);
  return { code, said: said.join("\n"), complained: complained.join("\n") };
}

const age = { type: "text", inputType: "number", name: "age", title: "How old are you?" };
let before = "";
let after = "";
beforeAll(() => {
  before = write("before.json", { elements: [age] });
  after = write("after.json", { elements: [{ ...age, name: "years" }] });
});

test("two bare files are compared: the number, the reasons, what a mapping could say", async () => {
  const { code, said } = await compare(before, after);
  expect(code).toBe(0);
  expect(said).toContain("Required version: major.");
  expect(said).toContain("age (text) is gone; deleted, or renamed to years?");
  expect(said).toContain('"kind": "renamed"');
});

test("in Lithuanian too", async () => {
  const { said } = await compare(before, after, "--language", "lt");
  expect(said).toContain("Reikalingas versijos numeris");
  expect(said).toContain("pašalinta ar pervadinta į years?");
});

test("--json prints one document with every change, its weight and what it touches", async () => {
  const counts = write("counts.json", { "1.0.0": 812, "1.1.0": { responses: 5, items: { age: 4 } } });
  const { said } = await compare(before, after, "--json", "--responses", counts);
  const document = JSON.parse(said);
  expect(document.required).toMatchObject({ bump: "major", unanswered: 1 });
  expect(document.changes[0]).toMatchObject({
    kind: "item-removed",
    isBreak: true,
    trend: "broken",
    responses: [
      { version: "1.0.0", count: 812 },
      { version: "1.1.0", count: 4 },
    ],
  });
  expect(document.damage.responses).toBe(816);
});

test("the same file twice does not differ", async () => {
  expect((await compare(before, before)).said).toContain("Nothing differs.");
});

const notice = readFileSync(
  join(import.meta.dirname, "../../../../instruments/tcn-integration/0.1.0/notice/1.json"),
  "utf8",
);

function version(number: string, elements: object[]): string {
  const folder = `instruments/home/${number}`;
  const manifest = { id: "home", version: number, title: { en: "Home" }, languages: ["en"], licence: "MIT" };
  write(`${folder}/manifest.json`, {
    ...manifest,
    universe: { en: "Everybody." },
    population: { minimumAge: 18, euCitizens: "out", residence: "permit" },
  });
  write(`${folder}/measures.json`, { items: {} });
  write(`${folder}/notice/1.json`, notice);
  write(`${folder}/questionnaire.json`, { locale: "en", pages: [{ name: "p", elements }] });
  return join(root, folder);
}

test("the proposed mapping is written for the authors to decide on, and conditions that follow a rename ask for nothing", async () => {
  const why = (name: string) => ({
    type: "comment",
    name: "why",
    title: "Why?",
    visibleIf: `{${name}} empty`,
  });
  const earlier = version("1.0.0", [age, why("age")]);
  const later = version("2.0.0", [{ ...age, name: "years" }, why("years")]);
  const { code, said, complained } = await compare(earlier, later, "--write-mapping");
  expect([code, complained]).toEqual([0, ""]);
  const file = join(later, "mapping/1.json");
  expect(said).toContain(`Wrote ${file}.`);
  const mapping = JSON.parse(readFileSync(file, "utf8"));
  expect(mapping).toMatchObject({
    number: 1,
    from: "1.0.0",
    entries: [{ kind: "renamed", before: ["age"], after: ["years"] }],
  });
  expect(mapping.entries).toHaveLength(1);
});

test("what a mapping decided already stands in the next one that is proposed", async () => {
  const earlier = version("1.0.0", [age, { type: "text", name: "town", title: "Town?" }]);
  const later = version("3.0.0", [
    { ...age, title: "Your age?" },
    { type: "text", name: "town", title: "Where?" },
  ]);
  const decided = {
    kind: "same",
    before: ["age"],
    after: ["age"],
    about: ["wording-changed"],
    by: "researcher",
    note: "The same in fewer words.",
  };
  write("instruments/home/3.0.0/mapping/1.json", { number: 1, from: "1.0.0", entries: [decided] });
  const { said, complained } = await compare(earlier, later, "--json");
  expect(complained).toBe("");
  expect(JSON.parse(said).proposed).toMatchObject({
    number: 2,
    entries: [decided, { kind: "wording-changed", before: ["town"] }],
  });
});

test("bare files have no place for a mapping", async () => {
  const { code, complained } = await compare(before, after, "--write-mapping");
  expect([code, complained]).toEqual([2, expect.stringMatching(/needs two folders of versions/)]);
});

test.each([
  ["a file that is not there", "none.json", undefined],
  ["a file that is no JSON", "broken.json", "{"],
  ["JSON that is no questionnaire", "odd.json", { foo: [1, 2] }],
  ["a list", "list.json", [1]],
  [
    "a questionnaire too large to be read whole",
    "large.json",
    { elements: Array.from({ length: 50_001 }, (_, i) => ({ type: "text", name: `q${i}` })) },
  ],
  ["counts that are none", "counts-odd.json", { "1.0.0": "many" }],
])("%s is refused in one sentence", async (_what, name, content) => {
  const path = content === undefined ? join(root, name) : write(name, content);
  const { code, complained } = name.startsWith("counts")
    ? await compare(before, after, "--responses", path)
    : await compare(before, path);
  expect(code).toBe(2);
  expect(complained).toContain(name);
  expect(complained).not.toMatch(/fault in Tiltas| at .*\.ts/);
});
