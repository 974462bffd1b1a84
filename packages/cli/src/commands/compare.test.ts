import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
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

test.each([
  ["a file that is not there", "none.json", undefined],
  ["a file that is no JSON", "broken.json", "{"],
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
