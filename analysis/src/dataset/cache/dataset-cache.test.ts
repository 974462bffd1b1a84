import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { harmonisedDataset } from "../build-dataset.ts";
import type { Columns, HarmonisedDataset, ResponseForAnalysis } from "../dataset.ts";
import { aResponse, version } from "../example-versions.ts";
import { datasetCache, forgetInCaches } from "./dataset-cache.ts";
import { lockFolder } from "./lock.ts";

let root: string;
let folder: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "tiltas-cache-"));
  folder = join(root, "spring");
});
afterEach(() => rmSync(root, { recursive: true }));

const elements = [
  { type: "radiogroup", name: "lives", title: "Where?", choices: ["13", "19"] },
  { type: "text", name: "rooms", title: "Rooms", inputType: "number" },
  {
    type: "paneldynamic",
    name: "children",
    title: "Children",
    templateElements: [{ type: "text", name: "age", title: "Age", inputType: "number" }],
  },
];
const first = version("1.0.0", ...elements);
const second = version("1.1.0", ...elements, {
  type: "text",
  name: "pets",
  title: "Pets",
  inputType: "number",
});
const versions = { instruments: [second, first], mappings: new Map() };

/** Wave of these responses, as a server would have it; and whose answers were asked for. */
function waveOf(responses: readonly ResponseForAnalysis[]) {
  const asked: string[] = [];
  const input = {
    ...versions,
    heads: responses.map(({ answers: _, ...head }) => head),
    answersOf: async (wanted: readonly { responseId: string }[]) => {
      asked.push(...wanted.map(({ responseId }) => responseId));
      return new Map(responses.map(({ responseId, answers }) => [responseId, answers]));
    },
  };
  return { asked, input };
}

/** Looks through the wave with what is kept; whose answers had to be read. */
async function look(...responses: ResponseForAnalysis[]) {
  const { asked, input } = waveOf(responses);
  const dataset = await datasetCache({ folder }).harmonised(input);
  expect(everything(dataset)).toEqual(everything(await harmonisedDataset({ ...versions, responses })));
  return asked;
}

const plain = ({ columns }: Columns) =>
  [...columns].map(([name, { values, missing }]) => [name, [...values], [...missing]]);

function everything(dataset: HarmonisedDataset) {
  const { rows, digest, exclusions, rosters, comparability } = dataset;
  const lists = [...(rosters ?? [])].map(([name, roster]) => [name, [...roster.owner], plain(roster)]);
  return { rows, digest, exclusions, lists, columns: plain(dataset), comparability: [...comparability] };
}

/** A number nobody else gives, as it would lie in a file. */
const rare = 123_456.789;
const isKept = (number: number) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".bin"))
    .some((name) => readFileSync(join(folder, name)).includes(Buffer.from(Float64Array.of(number).buffer)));

const anna = aResponse({ lives: "13", rooms: rare, children: [{ age: rare + 1 }] }, first, 1);
const boris = aResponse({ lives: "19", rooms: 2 }, second, 2);
const chen = aResponse({ lives: "13", children: [{ age: 4 }, { age: 9 }] }, second, 3);

describe("only what is new is read", () => {
  test("the second look reads nobody, a newcomer is read alone", async () => {
    expect(await look(anna, boris)).toEqual(["r1", "r2"]);
    expect(await look(anna, boris)).toEqual([]);
    expect(await look(anna, boris, chen)).toEqual(["r3"]);
    expect(await look(chen, anna, boris)).toEqual([]);
  });

  test("a new revision is read, and nothing of the old one stays", async () => {
    await look(anna, boris);
    const again = { ...aResponse({ lives: "19", rooms: 3 }, second, 1), revision: 2, hash: "h2" };
    expect(isKept(rare) && isKept(rare + 1)).toBe(true);
    expect(await look(boris, again)).toEqual(["r1"]);
    expect(isKept(rare) || isKept(rare + 1)).toBe(false);
  });

  test("a decision of review changes who enters, and nobody is read again for it", async () => {
    await look(anna, boris);
    expect(await look({ ...anna, leftOut: "rejected" }, boris)).toEqual([]);
    expect(await look(anna, boris)).toEqual([]);
    expect(await look({ ...chen, leftOut: "has-issues" }, anna)).toEqual([]);
    expect(await look(chen, anna)).toEqual(["r3"]);
  });

  test("more people than one segment holds come out as they went in", async () => {
    const many = Array.from({ length: 5_000 }, (_, i) =>
      aResponse(
        { lives: i % 3 ? "13" : "19", rooms: i, ...(i % 7 ? {} : { children: [{ age: i }] }) },
        i % 2 ? first : second,
        i,
      ),
    );
    expect(await look(...many.slice(0, 4_500))).toHaveLength(4_500);
    expect(await look(...many)).toHaveLength(500);
    expect(await look(...many.toReversed())).toEqual([]);
  });

  test("what a stop in the middle left behind does not count", async () => {
    const state = join(folder, first.digest, "state.json");
    const before = join(root, "state.json");
    await look(anna);
    copyFileSync(state, before);
    await look(anna, aResponse({ lives: "19" }, first, 7));
    copyFileSync(before, state);
    expect(await look(anna, aResponse({ lives: "19" }, first, 7))).toEqual(["r7"]);
  });

  test("cells that were read by other rules are read anew", async () => {
    await look(anna);
    const state = join(folder, first.digest, "state.json");
    writeFileSync(state, readFileSync(state, "utf8").replace(/"reading":"./, '"reading":"x'));
    expect(await look(anna)).toEqual(["r1"]);
  });
});

describe("who takes everything back is gone from it", () => {
  test("from the next look on, who is no longer in the wave", async () => {
    await look(anna, boris);
    expect(await look(boris)).toEqual([]);
    expect(isKept(rare) || isKept(rare + 1)).toBe(false);
  });

  test("at once, where the server says so", async () => {
    await look(anna, boris, chen);
    await forgetInCaches(root, "r1");
    expect(isKept(rare) || isKept(rare + 1)).toBe(false);
    expect(await look(boris, chen)).toEqual([]);
    await forgetInCaches(join(root, "no such folder"), "r1");
  });

  test("also of a look that was stopped before it had finished: what it had written does not count, and goes", async () => {
    const state = join(folder, first.digest, "state.json");
    await look(boris, aResponse({ lives: "13" }, first, 5));
    const before = readFileSync(state);
    await look(boris, aResponse({ lives: "13" }, first, 5), anna);
    writeFileSync(state, before);
    expect(isKept(rare) && isKept(rare + 1)).toBe(true);
    await forgetInCaches(root, "r1");
    expect(isKept(rare) || isKept(rare + 1)).toBe(false);
    expect(await look(boris, aResponse({ lives: "13" }, first, 5))).toEqual([]);
  });

  test("and of the very first look, when it was stopped before it had finished", async () => {
    await look(anna);
    rmSync(join(folder, first.digest, "state.json"));
    await forgetInCaches(root, "r1");
    expect(isKept(rare) || isKept(rare + 1)).toBe(false);
  });

  test("figures that are being computed from full segments stop", async () => {
    const many = Array.from({ length: 4_096 }, (_, i) => aResponse({ lives: "13", rooms: i }, first, i));
    const dataset = await datasetCache({ folder }).harmonised(waveOf(many).input);
    expect(dataset.columns.get("lives")?.missing).toHaveLength(4_096);
    await forgetInCaches(root, "r17");
    expect(() => dataset.columns.get("rooms")).toThrow(/withdrawn or replaced.*Compute them again/);
  });

  test("a look stops that is under way while its folder is removed", async () => {
    const { input } = waveOf([anna, boris]);
    const underWay = datasetCache({ folder }).harmonised({
      ...input,
      answersOf: async (wanted) => {
        await forgetInCaches(root, "r1");
        return input.answersOf(wanted);
      },
    });
    await expect(underWay).rejects.toThrow(/Compute them again/);
    expect(await look(boris)).toEqual(["r2"]);
  });

  test("a folder in which somebody is at work is removed as a whole", async () => {
    await look(anna);
    const other = lockFolder(folder);
    await forgetInCaches(root, "r1");
    expect(existsSync(folder)).toBe(false);
    other?.release();
  });
});

test("while somebody else works in the folder everything is read, and nothing kept", async () => {
  const other = lockFolder(folder);
  expect(await look(anna, boris)).toEqual(["r1", "r2"]);
  expect(readdirSync(folder)).toEqual(["lock"]);
  other?.release();
  expect(await look(anna, boris)).toEqual(["r1", "r2"]);
  expect(await look(anna, boris)).toEqual([]);
});

test("a response that was withdrawn between the list and its answers does not count", async () => {
  const { input } = waveOf([anna, boris]);
  const dataset = await datasetCache({ folder }).harmonised({
    ...input,
    answersOf: async () => new Map([["r2", boris.answers]]),
  });
  expect(everything(dataset)).toEqual(
    everything(await harmonisedDataset({ ...versions, responses: [boris] })),
  );
});

test("what somebody left who was stopped in the middle is not kept: cells that nothing names could not be wiped", async () => {
  await look(aResponse({ rooms: 4 }, second, 1));
  const stray = join(folder, second.digest, "responses.bin");
  writeFileSync(stray, Buffer.concat([readFileSync(stray), Buffer.from("cells of somebody")]));
  lockFolder(folder);
  const longAgo = Date.now() / 1000 - 3_600;
  utimesSync(join(folder, "lock"), longAgo, longAgo);
  await forgetInCaches(root, "somebody");
  expect(readdirSync(folder)).toEqual([]);
});
