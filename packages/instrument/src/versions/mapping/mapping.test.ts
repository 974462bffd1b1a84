import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  applyMapping,
  type Change,
  checkMapping,
  difference,
  Mapping,
  type MappingFinding,
  proposeMapping,
  renamesIn,
  requiredVersion,
  trendOf,
  type VersionStep,
} from "../index.ts";

const by = "researcher";
const text = (name: string, title = `About ${name}`) => ({ type: "text", name, title });
const list = (name: string, choices: Readonly<Record<string, string>>, title = `About ${name}`) => ({
  type: "radiogroup",
  name,
  title,
  choices: Object.entries(choices).map(([value, words]) => ({ value, text: words })),
});
const asked = (...elements: unknown[]) => ({ questionnaire: { pages: [{ name: "p", elements }] } });
const mapping = (from: string, ...entries: unknown[]) => Mapping.parse({ number: 1, from, entries });

function step(from: string, to: string, before: object, after: object, said?: Mapping): VersionStep {
  return { from, to, changes: difference(asked(before), asked(after), renamesIn(said)), mapping: said };
}

const kindsOf = (findings: readonly MappingFinding[]) => findings.map(({ kind, path }) => `${kind} ${path}`);

describe("the schema of a mapping", () => {
  const good = { kind: "renamed", before: ["a"], after: ["b"], by };
  test.each([
    ["an unknown kind", { ...good, kind: "similar" }],
    ["a person instead of a role", { ...good, by: "somebody" }],
    ["a foreign property", { ...good, author: "x" }],
    ["two names for one item", { ...good, after: ["b", "c"] }],
    ["the same without saying what about", { ...good, kind: "same", note: "n" }],
    ["an end of a series without a reason", { kind: "not-comparable", before: ["a"], after: [], by }],
    ["a recoding without codes", { ...good, kind: "recoded" }],
  ])("%s is refused", (_what, entry) => {
    expect(Mapping.safeParse({ number: 1, from: "1.0.0", entries: [good] }).success).toBe(true);
    expect(Mapping.safeParse({ number: 1, from: "1.0.0", entries: [entry] }).success).toBe(false);
  });
});

describe("a mapping is proposed, and decided by people", () => {
  const before = asked(
    text("age", "How old are you?"),
    list("tie", { a: "Often", b: "Never" }),
    text("gone"),
  );
  const after = asked(text("years", "How old are you?"), list("tie", { x: "Often", b: "Never" }));
  const changes = difference(before, after);
  const proposed = proposeMapping(changes, "1.0.0");

  test("a removed item with the words of a new one is asked about: deleted or renamed?", () => {
    expect(proposed.entries[0]).toMatchObject({ kind: "renamed", before: ["age"], after: ["years"] });
    expect(proposed.entries[1]).toMatchObject({ kind: "not-comparable", before: ["gone"] });
    expect(proposed.entries[2]).toMatchObject({ kind: "recoded", codes: [{ before: "a", after: "x" }] });
    expect(Mapping.parse(proposed)).toEqual(proposed);
  });

  test("nothing proposed counts until somebody has decided it", () => {
    const found = checkMapping(proposed, difference(before, after, renamesIn(proposed)));
    expect(kindsOf(found)).toEqual([
      "undecided entries[0].note",
      "undecided entries[1].note",
      "undecided entries[2].note",
    ]);
  });

  test("once decided, it answers everything", () => {
    const entries = proposed.entries.map((entry) => ({ ...entry, note: "Decided in March." }));
    const decided = Mapping.parse({ ...proposed, entries });
    const renamed = difference(before, after, renamesIn(decided));
    expect(checkMapping(decided, renamed)).toEqual([]);
    expect(requiredVersion(renamed, decided, "1.0.0").unanswered).toEqual([]);
  });
});

describe("a mapping is held against the changes", () => {
  const recoded = { kind: "recoded", before: ["tie"], after: ["tie"], by };
  const scale = { a: "Often", b: "Sometimes", c: "Never" };
  const changes = difference(
    asked(list("tie", scale)),
    asked(list("tie", { x: "Often", y: "Sometimes", c: "Never" })),
  );

  test("an unanswered break is named", () => {
    expect(kindsOf(checkMapping(undefined, changes))).toEqual(["unanswered tie", "unanswered tie"]);
  });

  test("a code that a recoding forgets is named", () => {
    const found = checkMapping(
      mapping("1.0.0", { ...recoded, codes: [{ before: "a", after: "x" }] }),
      changes,
    );
    expect(kindsOf(found)).toEqual(["code-missing tie"]);
    expect(found[0]?.message.en).toContain("Sometimes");
  });

  test("an entry that answers nothing is a slip", () => {
    const idle = { kind: "same", before: ["tei"], after: ["tei"], about: ["wording-changed"], note: "n", by };
    const codes = [
      { before: "a", after: "x" },
      { before: "b", after: "y" },
    ];
    expect(kindsOf(checkMapping(mapping("1.0.0", { ...recoded, codes }, idle), changes))).toEqual([
      "idle entries[1]",
    ]);
  });

  test.each<[string, unknown[], string]>([
    [
      "two counterparts of one code",
      [
        {
          ...recoded,
          codes: [
            { before: "a", after: "x" },
            { before: "a", after: "y" },
            { before: "b", after: "y" },
          ],
        },
      ],
      "contradiction entries[0].codes",
    ],
    [
      "comparable and not comparable",
      [
        {
          ...recoded,
          codes: [
            { before: "a", after: "x" },
            { before: "b", after: "y" },
          ],
        },
        { kind: "not-comparable", before: ["tie"], after: ["tie"], note: "n", by },
      ],
      "contradiction entries[1]",
    ],
  ])("%s cannot both be", (_what, entries, expected) => {
    expect(kindsOf(checkMapping(mapping("1.0.0", ...entries), changes))).toContain(expected);
  });

  test("codes that changed their meaning cannot be called the same", () => {
    const swapped = difference(
      asked(list("tie", scale)),
      asked(list("tie", { a: "Never", b: "Sometimes", c: "Often" })),
    );
    const same = { kind: "same", before: ["tie"], after: ["tie"], about: ["code-reused"], note: "n", by };
    expect(kindsOf(checkMapping(mapping("1.0.0", same), swapped))).toContain("unanswered tie");
  });

  test("what was said of the wording is not said of the routing", () => {
    const both = difference(asked(text("a")), asked({ ...text("a", "Tell us of a"), visibleIf: "{b} = 1" }));
    const same = { kind: "same", before: ["a"], after: ["a"], about: ["wording-changed"], note: "n", by };
    const open = requiredVersion(both, mapping("1.0.0", same), "1.0.0").unanswered;
    expect(open.map(({ change }) => change.kind)).toEqual(["routing-changed"]);
  });
});

describe("series over versions", () => {
  test("a rename that the mapping answers keeps its trend", () => {
    const said = mapping("1.0.0", { kind: "renamed", before: ["age"], after: ["years"], by });
    expect(
      trendOf([step("1.0.0", "1.1.0", text("age", "Age?"), text("years", "Age?"), said)], "years"),
    ).toEqual([
      { version: "1.0.0", items: ["age"], standing: "comparable", notes: [] },
      { version: "1.1.0", items: ["years"], standing: "comparable", notes: [] },
    ]);
  });

  test("one that nobody answered has none", () => {
    const trend = trendOf([step("1.0.0", "2.0.0", text("age", "Age?"), text("years", "Age?"))], "years");
    expect(trend[0]).toMatchObject({ version: "1.0.0", items: [], standing: "broken" });
  });

  test("names and codes are followed over three versions, and notes are kept", () => {
    const first = list("a", { 1: "Often", 2: "Never" });
    const second = list("b", { often: "Often", never: "Never" });
    const third = list("c", { O: "Often", N: "Never" }, "About b, lately");
    const renamed = (before: string, after: string) => ({
      kind: "renamed",
      before: [before],
      after: [after],
      by,
    });
    const codes = (...pairs: [unknown, string][]) => pairs.map(([before, after]) => ({ before, after }));
    const one = mapping(
      "1.0.0",
      renamed("a", "b"),
      { kind: "recoded", before: ["a"], after: ["b"], codes: codes(["1", "often"], ["2", "never"]), by },
      {
        kind: "same",
        before: ["a"],
        after: ["b"],
        about: ["wording-changed"],
        note: "Only the name in the title.",
        by,
      },
    );
    const two = mapping(
      "1.1.0",
      renamed("b", "c"),
      { kind: "recoded", before: ["b"], after: ["c"], codes: codes(["often", "O"], ["never", "N"]), by },
      { kind: "wording-changed", before: ["b"], after: ["c"], note: "Asks about lately.", by },
    );
    const steps = [step("1.0.0", "1.1.0", first, second, one), step("1.1.0", "2.0.0", second, third, two)];
    expect(trendOf(steps, "c")).toMatchObject([
      {
        version: "1.0.0",
        items: ["a"],
        standing: "with-note",
        notes: ["Only the name in the title.", "Asks about lately."],
        codes: codes(["1", "O"], ["2", "N"]),
      },
      { version: "1.1.0", items: ["b"], standing: "with-note", notes: ["Asks about lately."] },
      { version: "2.0.0", items: ["c"], standing: "comparable" },
    ]);
  });

  test("a series cannot be better than its weakest link", () => {
    const said = mapping("1.0.0", {
      kind: "not-comparable",
      before: ["a"],
      after: ["a"],
      note: "Another question.",
      by,
    });
    const steps = [
      step("1.0.0", "2.0.0", text("a"), text("a", "Something else?"), said),
      step("2.0.0", "2.0.1", text("a", "Something else?"), {
        ...text("a", "Something else?"),
        width: "10em",
      }),
    ];
    expect(trendOf(steps, "a").map(({ standing }) => standing)).toEqual([
      "broken",
      "comparable",
      "comparable",
    ]);
  });

  test("what changed in a matrix touches its rows", () => {
    const matrix = (columns: unknown[]) => ({ type: "matrix", name: "m", columns, rows: ["r"] });
    expect(trendOf([step("1.0.0", "2.0.0", matrix([1, 2]), matrix([1, 2, 3]))], "m.r")[0]).toMatchObject({
      items: ["m.r"],
      standing: "with-note",
    });
    const described = { measures: { items: { m: { level: "ordinal" } } } };
    const changes: Change[] = difference(
      { ...asked(matrix([1, 2])), ...described },
      { ...asked(matrix([1, 2, 3])), ...described },
    );
    expect(trendOf([{ from: "1.0.0", to: "2.0.0", changes, mapping: undefined }], "m.r")[0]).toMatchObject({
      standing: "broken",
    });
  });

  test("several items that became one are all its past", () => {
    const before = { type: "panel", name: "g", elements: [text("a"), text("b")] };
    const said = mapping("1.0.0", { kind: "merged", before: ["a", "b"], after: ["c"], by });
    expect(
      trendOf([step("1.0.0", "2.0.0", before, { ...before, elements: [text("c")] }, said)], "c")[0],
    ).toMatchObject({ items: ["a", "b"], standing: "with-note" });
  });
});

describe("stored answers are brought along", () => {
  const said = mapping(
    "1.0.0",
    { kind: "renamed", before: ["age"], after: ["years"], by },
    { kind: "renamed", before: ["home[].size"], after: ["home[].rooms"], by },
    {
      kind: "recoded",
      before: ["tie"],
      after: ["tie"],
      codes: [
        { before: 1, after: "often" },
        { before: 2, after: null },
      ],
      by,
    },
    { kind: "merged", before: ["m1", "m2", "m3"], after: ["m"], by },
    {
      kind: "merged",
      before: ["boxes"],
      after: ["boxes"],
      codes: [
        { before: "a", after: "x" },
        { before: "b", after: "x" },
      ],
      by,
    },
    { kind: "renamed", before: ["grid.r"], after: ["alone"], by },
    { kind: "split", before: ["whole"], after: ["half", "other_half"], by },
    { kind: "not-comparable", before: ["odd"], after: [], note: "n", by },
    { kind: "same", before: ["kept"], after: ["kept"], about: ["wording-changed"], note: "n", by },
  );
  const mapped = (answers: Record<string, unknown>) => applyMapping(answers, said);

  test.each<[string, Record<string, unknown>, Record<string, unknown>, string[]]>([
    [
      "under another name, comment and all",
      { age: 30, "age-Comment": "x" },
      { years: 30, "years-Comment": "x" },
      [],
    ],
    [
      "inside every entry of a roster",
      { home: [{ size: 2 }, { size: 3, k: 1 }] },
      { home: [{ rooms: 2 }, { rooms: 3, k: 1 }] },
      [],
    ],
    ["under another code, also in a list", { tie: [1, 3] }, { tie: ["often", 3] }, []],
    ["in the rows of a matrix whose codes changed", { tie: { r: 1 } }, { tie: { r: "often" } }, []],
    ["not where a code has no counterpart", { tie: 2 }, {}, ["no-counterpart tie"]],
    ["merged where they agree", { m1: "x", m2: "x" }, { m: "x" }, []],
    ["not merged where they do not", { m1: "x", m2: "y" }, {}, ["ambiguous m1", "ambiguous m2"]],
    [
      "nor where only the last agrees with the first",
      { m1: "x", m2: "y", m3: "x" },
      {},
      ["ambiguous m1", "ambiguous m2", "ambiguous m3"],
    ],
    [
      "what was written beside an answer as it was",
      { tie: 1, "tie-Comment": "2" },
      { tie: "often", "tie-Comment": "2" },
      [],
    ],
    ["two boxes that became one as one tick", { boxes: ["a", "b", "c"] }, { boxes: ["x", "c"] }, []],
    ["not out of its matrix", { grid: { r: 1, s: 2 } }, { grid: { s: 2 } }, ["elsewhere grid.r"]],
    ["not split by guessing", { whole: 1 }, {}, ["ambiguous whole"]],
    ["not where the series ends", { odd: 1, kept: 2, new: 3 }, { kept: 2, new: 3 }, ["not-comparable odd"]],
  ])("%s", (_what, answers, expected, lost) => {
    const given = structuredClone(answers);
    const result = mapped(answers);
    expect(result.answers).toEqual(expected);
    expect(result.lost.map(({ why, item }) => `${why} ${item}`)).toEqual(lost);
    expect(answers).toEqual(given);
  });

  test("where everything is the same, nothing is lost and nothing comes twice", () => {
    const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean());
    const answer = fc.oneof(
      leaf,
      fc.array(leaf),
      fc.dictionary(fc.string(), leaf),
      fc.array(fc.dictionary(fc.string(), leaf)),
    );
    const names = fc.constantFrom("a", "b", "a-Comment", "__proto__", "m", "grid.r");
    const unchanged = mapping(
      "1.0.0",
      ...["a", "b"].map((name) => ({
        kind: "same",
        before: [name],
        after: [name],
        about: ["wording-changed"],
        note: "n",
        by,
      })),
    );
    fc.assert(
      fc.property(fc.dictionary(names, answer), (answers) => {
        const once = applyMapping(answers, unchanged);
        expect(once.lost).toEqual([]);
        expect(JSON.stringify(once.answers)).toBe(JSON.stringify(answers));
        expect(applyMapping(once.answers, unchanged)).toEqual(once);
      }),
    );
  });

  test("names every object carries are names like any other", () => {
    const result = mapped(JSON.parse('{"__proto__": 1, "toString": 2}'));
    expect(Object.entries(result.answers)).toEqual([
      ["__proto__", 1],
      ["toString", 2],
    ]);
  });
});
