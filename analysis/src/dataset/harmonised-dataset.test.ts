import type { Instrument } from "@tiltas/instrument/definition";
import { Mapping } from "@tiltas/instrument/versions";
import { describe, expect, test } from "vitest";
import { harmonisedDataset } from "./build-dataset.ts";
import { aResponse, cells, version } from "./example-versions.ts";

const choices = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, text]) => ({ value, text }));
const one = (name: string, words: Readonly<Record<string, string>>, more: object = {}) => ({
  type: "radiogroup",
  name,
  title: `About ${name}`,
  choices: choices(words),
  ...more,
});
const several = (name: string, words: Readonly<Record<string, string>>) => ({
  ...one(name, words),
  type: "checkbox",
});
const amount = (name: string) => ({ type: "text", name, title: `About ${name}`, inputType: "number" });

const by = "researcher";
const said = (from: string, ...entries: unknown[]) => Mapping.parse({ number: 1, from, entries });

/** Answers of the earlier version told in the terms of the later one. */
function told(before: Instrument, after: Instrument, mapping: Mapping | undefined, ...answers: object[]) {
  return harmonisedDataset({
    instruments: [after, before],
    mappings: new Map(mapping ? [[after.digest, mapping]] : []),
    responses: answers.map((own, i) => aResponse(own, before, i)),
  });
}

const tie = one("tie", { often: "Often", seldom: "Seldom", never: "Never" });

test("a wave before that asked another questionnaire is refused: versions would only look like a chain", async () => {
  const own = version("1.1.0", tie);
  const other = version("1.0.0", tie, amount("rooms"));
  const foreign = { ...other, manifest: { ...other.manifest, id: "service-feedback" } };
  await expect(told(foreign, own, undefined)).rejects.toThrow(
    /questionnaire "service-feedback" cannot be told in the terms of "tiny".*Choose a wave before/,
  );
});

describe("answers of an earlier version in the terms of the own one", () => {
  test("nothing differs: the same variable, comparable as it stands", async () => {
    const dataset = await told(version("1.0.0", tie), version("1.1.0", tie, amount("rooms")), undefined, {
      tie: "never",
    });
    expect(cells(dataset, "tie")).toEqual(["never"]);
    expect(cells(dataset, "rooms")).toEqual(["not-in-version"]);
    expect([...dataset.comparability]).toEqual([
      ["tie", "same"],
      ["rooms", "not-comparable"],
    ]);
  });

  test("an item under another name is the same variable, whatever bears the old name now", async () => {
    const dataset = await told(
      version("1.0.0", tie),
      version("2.0.0", { ...tie, name: "bond" }, amount("tie")),
      said("1.0.0", { kind: "renamed", before: ["tie"], after: ["bond"], by }),
      { tie: "often" },
      {},
    );
    expect(cells(dataset, "bond")).toEqual(["often", "not-reached"]);
    expect(cells(dataset, "tie")).toEqual(["not-in-version", "not-in-version"]);
    expect(dataset.comparability.get("bond")).toBe("renamed");
    expect(dataset.comparability.get("tie")).toBe("not-comparable");
  });

  test("other codes for the same answers; a code without a counterpart is no answer of this version", async () => {
    const dataset = await told(
      version("1.0.0", one("tie", { a: "Often", b: "Seldom", c: "Never" })),
      version("2.0.0", one("tie", { x: "Often", b: "Seldom" })),
      said("1.0.0", {
        ...{ kind: "recoded", before: ["tie"], after: ["tie"], by },
        codes: [
          { before: "a", after: "x" },
          { before: "c", after: null },
        ],
      }),
      ...["a", "b", "c"].map((code) => ({ tie: code })),
    );
    expect(cells(dataset, "tie")).toEqual(["x", "b", "not-in-version"]);
    expect(dataset.comparability.get("tie")).toBe("limited");
  });

  test("one to one, a recoding leaves the series as it was", async () => {
    const dataset = await told(
      version("1.0.0", one("tie", { a: "Often", b: "Never" })),
      version("2.0.0", one("tie", { x: "Often", b: "Never" })),
      said("1.0.0", {
        ...{ kind: "recoded", before: ["tie"], after: ["tie"], by },
        codes: [{ before: "a", after: "x" }],
      }),
      { tie: "a" },
    );
    expect(cells(dataset, "tie")).toEqual(["x"]);
    expect(dataset.comparability.get("tie")).toBe("recoded");
  });

  test("codes that became one count as one; codes that were split count as none", async () => {
    const merged = await told(
      version("1.0.0", tie),
      version("2.0.0", one("tie", { sometimes: "Sometimes", never: "Never" })),
      said("1.0.0", {
        ...{ kind: "merged", before: ["tie"], after: ["tie"], note: "Joined.", by },
        codes: [
          { before: "often", after: "sometimes" },
          { before: "seldom", after: "sometimes" },
        ],
      }),
      ...["often", "seldom", "never"].map((code) => ({ tie: code })),
    );
    expect(cells(merged, "tie")).toEqual(["sometimes", "sometimes", "never"]);
    expect(merged.comparability.get("tie")).toBe("limited");
    const split = await told(
      version("1.0.0", one("age", { young: "18-29", old: "30 and over" })),
      version("2.0.0", one("age", { young: "18-29", middle: "30-59", aged: "60 and over" })),
      said("1.0.0", {
        ...{ kind: "split", before: ["age"], after: ["age"], note: "Finer.", by },
        codes: [
          { before: "old", after: "middle" },
          { before: "old", after: "aged" },
        ],
      }),
      { age: "young" },
      { age: "old" },
    );
    expect(cells(split, "age")).toEqual(["young", "not-in-version"]);
  });

  test("items that became one: what both say counts, and what they say differently is nothing certain", async () => {
    const dataset = await told(
      version("1.0.0", one("home", { y: "Yes", n: "No" }), one("work", { y: "Yes", n: "No" })),
      version("2.0.0", one("anywhere", { y: "Yes", n: "No" })),
      said("1.0.0", {
        ...{ kind: "merged", before: ["home", "work"], after: ["anywhere"], note: "Joined.", by },
      }),
      { home: "y", work: "y" },
      { home: "y", work: "n" },
      { work: "n" },
    );
    expect(cells(dataset, "anywhere")).toEqual(["y", "not-in-version", "n"]);
  });

  test("options of a list: each goes its way, and a new one was not offered then", async () => {
    const dataset = await told(
      version("1.0.0", several("used", { bus: "Bus", tram: "Tram" })),
      version("1.1.0", several("used", { bus: "Bus", tram: "Tram", train: "Train" })),
      undefined,
      { used: ["tram"] },
      {},
    );
    expect(["used.bus", "used.tram", "used.train"].map((name) => cells(dataset, name))).toEqual([
      [0, "not-reached"],
      [1, "not-reached"],
      ["not-in-version", "not-in-version"],
    ]);
    expect(dataset.comparability.get("used.tram")).toBe("limited");
    expect(dataset.comparability.get("used.train")).toBe("not-comparable");
  });

  test("what the authors call not comparable is left behind, and what only the earlier version asked keeps its name", async () => {
    const dataset = await told(
      version("1.0.0", tie, amount("rooms")),
      version("2.0.0", { ...tie, title: "Something else" }),
      said(
        "1.0.0",
        { kind: "not-comparable", before: ["tie"], after: ["tie"], note: "Asked otherwise.", by },
        { kind: "not-comparable", before: ["rooms"], after: [], note: "No longer asked.", by },
      ),
      { tie: "often", rooms: 3 },
    );
    expect(cells(dataset, "tie")).toEqual(["not-in-version"]);
    expect(cells(dataset, "rooms")).toEqual([3]);
    expect(dataset.comparability.get("rooms")).toBe("not-comparable");
  });

  test("over three versions answers go from one to the next, and the weakest link decides", async () => {
    const first = version("1.0.0", one("tie", { a: "Often", b: "Never" }));
    const second = version("2.0.0", one("bond", { a: "Often", b: "Never" }, { title: "About tie" }));
    const third = version("3.0.0", one("bond", { x: "Often", b: "Never" }, { title: "About tie" }));
    const dataset = await harmonisedDataset({
      instruments: [third, first, second],
      mappings: new Map([
        [second.digest, said("1.0.0", { kind: "renamed", before: ["tie"], after: ["bond"], by })],
        [
          third.digest,
          said("2.0.0", {
            ...{ kind: "recoded", before: ["bond"], after: ["bond"], by },
            codes: [{ before: "a", after: "x" }],
          }),
        ],
      ]),
      responses: [
        aResponse({ tie: "a" }, first, 1),
        aResponse({ bond: "a" }, second, 2),
        aResponse({ bond: "x" }, third, 3),
      ],
    });
    expect(cells(dataset, "bond")).toEqual(["x", "x", "x"]);
    expect(dataset.comparability.get("bond")).toBe("recoded");
  });

  test("a version missing in between, and one that is newer than the own, are refused", async () => {
    const [first, second] = [version("1.0.0", tie), version("2.0.0", tie, amount("rooms"))];
    const refused = (instruments: Instrument[]) =>
      harmonisedDataset({
        instruments,
        mappings: new Map([[second.digest, said("1.5.0")]]),
        responses: [],
      });
    await expect(refused([second, first])).rejects.toThrow(/begins at 1\.5\.0, and 1\.0\.0 was given/);
    await expect(refused([first, second])).rejects.toThrow(/Give the newest version first/);
  });
});

describe("reasons stay what they were in the version that was answered", () => {
  const work = one("work", { yes: "Yes", no: "No" });
  const hours = one(
    "hours",
    { full: "Full", part: "Part", "dont-know": "Do not know" },
    { visibleIf: "{work} = 'yes'" },
  );

  test("routing is that of the version: not asked then is not asked now", async () => {
    const dataset = await told(
      version("1.0.0", work, hours),
      version("1.1.0", work, { ...hours, visibleIf: "{work} notempty" }),
      said("1.0.0", {
        kind: "same",
        before: ["hours"],
        after: ["hours"],
        about: ["routing-changed"],
        note: "Wider.",
        by,
      }),
      { work: "no" },
      { work: "yes", hours: "part" },
    );
    expect(cells(dataset, "hours")).toEqual(["not-asked", "part"]);
  });

  test("members of a list are mapped as their list is", async () => {
    const list = (name: string, part: object) => ({
      type: "paneldynamic",
      name,
      title: "Children",
      templateElements: [part],
    });
    const dataset = await told(
      version("1.0.0", list("kids", one("school", { y: "Yes", n: "No" }))),
      version("2.0.0", list("children", one("attends", { y: "Yes", n: "No" }, { title: "About school" }))),
      said(
        "1.0.0",
        { kind: "renamed", before: ["kids"], after: ["children"], by },
        { kind: "renamed", before: ["kids[].school"], after: ["children[].attends"], by },
      ),
      { kids: [{ school: "y" }, { school: "n" }] },
      {},
      { kids: [{ school: "n" }] },
    );
    const children = dataset.rosters?.get("children");
    expect([...(children?.owner ?? [])]).toEqual([0, 0, 2]);
    expect(cells(children, "attends")).toEqual(["y", "n", "n"]);
    expect(dataset.comparability.get("children.attends")).toBe("renamed");
  });
});
