import { describe, expect, test } from "vitest";
import {
  type ExpectedItem,
  invalidInstruments,
  surveyjsInstruments,
  type TinyInstrument,
  validInstruments,
} from "../../../../tests/instruments/tiny.ts";
import {
  DefinitionError,
  type DefinitionFinding,
  type Instrument,
  type Item,
  itemWithRole,
  namesUnfit,
  readInstrument,
  readQuestionnaire,
} from "./index.ts";

const valid = new Map(validInstruments().map((tiny) => [tiny.name, tiny]));

function read(name: string): Instrument {
  const tiny = valid.get(name);
  if (!tiny) throw new Error(`There is no tiny instrument ${name}.`);
  return readInstrument(tiny.files);
}

function findingsOf({ files }: TinyInstrument): readonly DefinitionFinding[] {
  try {
    readInstrument(files);
    return [];
  } catch (error) {
    if (error instanceof DefinitionError) return error.findings;
    throw error;
  }
}

describe("a questionnaire becomes items", () => {
  test.each([...valid.values()])("that is read: $feature", ({ files }) => {
    const instrument = readInstrument(files);
    expect(instrument.items.length).toBeGreaterThan(0);
    expect(instrument.digest).toMatch(/^[0-9a-f]{64}$/);
  });

  test("don't know and refused are ordinary choices that give a missing reason", () => {
    const [moved] = read("single-choice").items;
    expect(moved?.choices.map(({ code, missing }) => [code, missing])).toEqual([
      ["yes", undefined],
      ["no", undefined],
      ["dont-know", "dont-know"],
      ["refused", "refused"],
    ]);
  });

  test("a title keeps its languages; a plain string speaks all of them", () => {
    const [moved, town] = read("single-choice").items;
    expect(moved?.titles).toEqual({
      default: "Ar persikraustėte?",
      lt: "Ar persikraustėte?",
      en: "Have you moved?",
    });
    expect(town?.titles).toEqual({ default: "town", lt: "town", en: "town" });
  });

  test("none of these is an option of its own, chosen alone", () => {
    const [help, barrier] = read("multiple-choice").items;
    expect(help?.choices.map(({ code, exclusive }) => [code, exclusive ?? false])).toEqual([
      ["friends", false],
      ["office", false],
      ["online", false],
      ["dont-know", true],
      ["none", true],
    ]);
    expect(barrier?.choices.map(({ exclusive }) => exclusive ?? false)).toEqual([false, true]);
  });

  test("a rating has its rungs, whether by range, by step or written out", () => {
    const codes = read("rating")
      .items.slice(0, 4)
      .map(({ choices }) => choices.map(({ code }) => code));
    expect(codes).toEqual([
      [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
      [1, 2, 3, "dont-know"],
      [1, 2, 3, 4, 5],
      [10, 20, 30],
    ]);
    expect(read("rating").items[1]).toMatchObject({ minimum: 1, maximum: 3 });
  });

  test("numbers know their range and own words their longest answer", () => {
    expect(read("number").items[2]).toMatchObject({ kind: "number", minimum: -5, maximum: 5 });
    expect(read("own-words").items.map(({ maximumLength }) => maximumLength)).toEqual([
      20,
      20_000,
      undefined,
    ]);
  });

  test("an item carries the conditions of page, panel and itself, outermost first", () => {
    const enough = read("panels").items.find(({ name }) => name === "enough");
    expect(enough?.conditions).toEqual(["{works} = 'yes'", "{contract} <> 'refused'", "{hours} = 'part'"]);
    expect(enough?.path).toBe("pages[0].elements[1].elements[1].elements[1]");
  });

  test("the digest is of the questionnaire, however its file is spelled", () => {
    const files = valid.get("pages")?.files;
    const respelled = JSON.parse(JSON.stringify(files?.questionnaire, null, 8));
    expect(
      readInstrument({
        ...read("pages"),
        manifest: files?.manifest,
        measures: files?.measures,
        questionnaire: respelled,
      }).digest,
    ).toBe(read("pages").digest);
  });

  test("the item that asks why another is empty is found by its role", () => {
    expect(itemWithRole(read("number"), "missing-reason")?.name).toBe("rooms_missing");
    expect(itemWithRole(read("number"), "municipality")).toBeUndefined();
  });
});

describe("whatever a SurveyJS tool writes is read", () => {
  test.each(surveyjsInstruments())("$name: $feature", ({ files: { questionnaire }, items }) => {
    const read = readQuestionnaire(questionnaire, ["lt", "en"]);
    expect(read.findings).toEqual([]);
    expect(read.items.map((item, i) => inShort(item, items[i]))).toEqual(items);
  });

  test("names that conditions, SPSS or objects would misread are read and called unfit", () => {
    const names = surveyjsInstruments().find(({ name }) => name === "names");
    const unfit = namesUnfit(readQuestionnaire(names?.files.questionnaire));
    expect(unfit.map(({ name, path }) => [name, path])).toEqual([
      ["like-cake", "pages[0].elements[0]"],
      ["Question 1", "pages[0].elements[1]"],
      ["page", "pages[0].elements[2]"],
      ["A", "pages[0].elements[4]"],
    ]);
    expect(unfit[3]?.message).toContain("only in case");
  });

  test("codes named in measures.json are missing reasons and stand alone", () => {
    const [income] = read("missing-codes").items;
    expect(income?.choices.map(({ code, missing }) => [code, missing])).toEqual([
      ["low", undefined],
      ["high", undefined],
      ["98", "dont-know"],
      ["99", "refused"],
    ]);
  });
});

test("a part measures what its item does, unless measures.json says otherwise", () => {
  const grid = surveyjsInstruments().find(({ name }) => name === "grid");
  const measure = {
    concept: "services",
    domain: "services",
    level: "nominal",
    purpose: "Indicator mun.04",
    dataClass: "ordinary",
  };
  const stars = { ...measure, level: "ordinal", reversed: true };
  const { items } = readInstrument({
    manifest: valid.get("pages")?.files.manifest,
    questionnaire: grid?.files.questionnaire,
    measures: { items: { services: measure, "services.stars": stars, where: measure } },
  });
  expect(items[0]?.parts?.map((part) => [part.name, part.measure])).toEqual([
    ["used", measure],
    ["stars", stars],
    ["why", measure],
    ["more", measure],
  ]);
});

/** An item told with the words of its expectation only. */
function inShort(item: Item, expected: ExpectedItem | undefined): object {
  const told: Record<string, unknown> = {
    codes: item.choices.map(({ code }) => code),
    missing: Object.fromEntries(
      item.choices.flatMap(({ code, missing }) => (missing ? [[code, missing]] : [])),
    ),
    rows: item.rows.map(({ code }) => code),
    parts: item.parts?.map((part, i) => inShort(part, expected?.parts?.[i])),
  };
  return Object.fromEntries(
    Object.keys(expected ?? {}).map((key) => [key, told[key] ?? Reflect.get(item, key)]),
  );
}

describe("what is unfit as an instrument is refused by name and place", () => {
  test.each(invalidInstruments())("$name: $feature", (tiny) => {
    const found = findingsOf(tiny);
    expect(found.map(({ path }) => path)).toEqual(tiny.findings.map(({ path }) => path));
    for (const [i, { message }] of found.entries()) expect(message).toContain(tiny.findings[i]?.says);
  });

  test("a questionnaire that is no object, without manifest or measures, is refused in one go", () => {
    const files = { manifest: { id: "x" }, questionnaire: [], measures: null };
    expect(() => readInstrument(files)).toThrow(/manifest\.version[\s\S]*measures[\s\S]*questionnaire/);
  });
});
