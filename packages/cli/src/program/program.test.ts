import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { run } from "./program.ts";

const workplace = mkdtempSync(join(tmpdir(), "tiltas-"));
afterAll(() => rmSync(workplace, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(workplace, name);
  writeFileSync(path, text);
  return path;
}

async function tiltas(...words: string[]) {
  const said: string[] = [];
  const complained: string[] = [];
  const code = await run(words, {
    print: (text) => said.push(text),
    complain: (text) => complained.push(text),
  });
  return { code, said: said.join("\n"), complained: complained.join("\n") };
}

const data = file(
  "data.csv",
  'place,score,"full.name, odd",persons,a/b\nn,1,yes,2,1\nn,3,no,2,1\ns,5,yes,4,1\ns,NA,yes,,1\n',
);
const design = file("design.json", '{ "strata": "place" }');
const estimate = (...words: string[]) => tiltas("estimate", data, "--design", design, ...words);

describe("the command line", () => {
  test("says in one sentence each what it can do", async () => {
    const { code, said } = await tiltas("--help");
    expect(code).toBe(0);
    for (const command of ["simulate", "estimate", "report"])
      expect(said).toMatch(new RegExp(`${command} .*[.]`));
  });

  const mistakes: [string, string[], RegExp][] = [
    ["an unknown command", ["count"], /unknown command/],
    [
      "data that are not there",
      ["estimate", "nowhere.csv", "--design", design, "--mean", "score"],
      /There is no file "nowhere.csv"/,
    ],
    ["a folder for data", ["estimate", workplace, "--design", design, "--mean", "score"], /is a folder/],
    ["no design", ["estimate", data, "--mean", "score"], /--design/],
    ["nothing asked", ["estimate", data, "--design", design], /Nothing is asked for/],
    [
      "an unknown column",
      ["estimate", data, "--design", design, "--mean", "points"],
      /no column "points".*place, score/,
    ],
    [
      "a mean of words",
      ["estimate", data, "--design", design, "--mean", "place"],
      /"place" holds text in line 2/,
    ],
    ["a ratio of one", ["estimate", data, "--design", design, "--ratio", "score"], /names no ratio/],
    [
      "a design that is no JSON",
      ["estimate", data, "--design", data, "--mean", "score"],
      /design file is not JSON/,
    ],
    [
      "a design with an unknown word",
      ["estimate", data, "--design", file("odd.json", '{ "stratum": "place" }'), "--mean", "score"],
      /design file is not understood.*strata/,
    ],
    [
      "a design with negative weights",
      [
        "estimate",
        file("minus.csv", "w,y\n1,1\n-1,2\n"),
        "--design",
        file("w.json", '{ "weights": "w" }'),
        "--mean",
        "y",
      ],
      /weight of line 3 is negative.*weights from "w"/,
    ],
    [
      "a table that is ragged",
      ["estimate", file("ragged.csv", "a,b\n1\n"), "--design", design, "--mean", "a"],
      /Line 2 does not have as many fields/,
    ],
    [
      "data without rows",
      ["estimate", file("empty.csv", "a,b\n"), "--design", design, "--mean", "a"],
      /no rows/,
    ],
    [
      "sizes for more stages than there are clusters",
      [
        "estimate",
        data,
        "--design",
        file("two.json", '{ "clusters": ["place"], "fpc": ["score", "score"] }'),
        "--mean",
        "score",
      ],
      /for 2 stages but clusters for 1.*clusters from "place"/,
    ],
    ["an export of no folder", ["export", "--data", "nowhere", "--list"], /There is no folder "nowhere"/],
    ["an export of an empty folder", ["export", "--data", workplace, "--list"], /There are no data in/],
    ["a chain without an export", ["chain", workplace, "--out", "x"], /There is no export.json in/],
    ["a report without a release", ["report", workplace], /There is no release in/],
  ];
  test.each(mistakes)("%s is one sentence and exit code 2", async (_name, words, sentence) => {
    const { code, said, complained } = await tiltas(...words);
    expect(code).toBe(2);
    expect(said).toBe("");
    expect(complained).toMatch(sentence);
    expect(complained).not.toMatch(/\n\s+at /);
  });
});

describe("estimating from one's own table", () => {
  test("missing answers mean no estimate, with the way out; --na-rm leaves them out", async () => {
    expect((await estimate("--mean", "score")).said).toContain(
      "no estimate: answers are missing (use --na-rm to leave them out)",
    );
    const { said } = await estimate("--mean", "score", "--na-rm", "--json");
    expect(JSON.parse(said).estimates[0]).toMatchObject({
      variable: "score",
      domain: null,
      estimate: { value: 3, respondents: 3 },
    });
  });

  test("every level of a category, or one; names with dots, commas, slashes and quotes", async () => {
    const shares = JSON.parse((await estimate("--proportion", '"full.name, odd"', "--json")).said).estimates;
    expect(
      shares.map((line: { variable: string; estimate: { value: number } }) => [
        line.variable,
        line.estimate.value,
      ]),
    ).toEqual([
      ["full.name, odd=no", 0.25],
      ["full.name, odd=yes", 0.75],
    ]);
    const one = JSON.parse((await estimate("--proportion", '"full.name, odd=yes"', "--json")).said).estimates;
    expect(one).toHaveLength(1);
    const ratio = JSON.parse((await estimate("--ratio", "persons/a/b", "--na-rm", "--json")).said).estimates;
    expect(ratio[0].estimate.value).toBeCloseTo(8 / 3, 12);
  });

  test("by domain, crossed too, in the order of the levels", async () => {
    const { said } = await estimate("--total", "a/b", "--by", 'place,"full.name, odd"', "--json");
    const lines: { domain: string; estimate: { value: number } }[] = JSON.parse(said).estimates;
    expect(lines.map(({ domain, estimate: { value } }) => [domain, value])).toEqual([
      ["n.no", 1],
      ["n.yes", 1],
      ["s.yes", 2],
    ]);
  });

  test("listwise leaves out whoever misses any variable of the same option", async () => {
    const { said } = await estimate("--mean", "a/b,score", "--listwise", "--json");
    expect(
      JSON.parse(said).estimates.map(
        (line: { estimate: { respondents: number } }) => line.estimate.respondents,
      ),
    ).toEqual([3, 3]);
  });

  test("what is printed says that it is not released", async () => {
    expect((await estimate("--mean", "a/b")).said).toMatch(/not released/);
    expect(JSON.parse((await estimate("--mean", "a/b", "--json")).said).status).toMatch(/not released/);
  });
});
