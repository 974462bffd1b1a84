import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { checkPublished } from "@tiltas/store/folders";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { run } from "../program/index.ts";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "tiltas-publish-"));
  writeVersion("1.0.0");
  writeFileSync(join(root, "published.json"), "{}\n");
});
afterEach(() => rmSync(root, { recursive: true }));

const measure = (level: string) => ({
  concept: "c",
  domain: "housing",
  level,
  purpose: "p",
  dataClass: "ordinary",
});
const both = (lt: string, en: string) => ({ lt, en });
const point = { heading: both("Kas", "Who"), detail: both("Mes", "We") };
const rooms = {
  type: "text",
  inputType: "number",
  name: "rooms",
  title: both("Kiek kambarių?", "How many rooms?"),
  min: 1,
  max: 20,
};
const tenure = {
  type: "radiogroup",
  name: "tenure",
  title: both("Ar būstas nuosavas?", "Do you own your home?"),
  choices: [
    { value: "own", text: both("Taip", "Yes") },
    { value: "rent", text: both("Ne", "No") },
  ],
};

interface Version {
  readonly items?: readonly { readonly name: string; readonly title?: object; readonly visibleIf?: string }[];
  readonly interviews?: unknown;
  readonly mapping?: unknown;
}

/** Writes a whole version of a small instrument beside the others. */
function writeVersion(
  version: string,
  { items = [rooms, tenure], interviews, mapping }: Version = {},
): string {
  const text = both("Tekstas", "Text");
  const files: Record<string, unknown> = {
    "manifest.json": {
      id: "homes",
      version,
      title: both("Būstas", "Homes"),
      languages: ["lt", "en"],
      universe: both("Visi", "All"),
      population: { minimumAge: 18, euCitizens: "out", residence: "declared" },
      licence: "CC-BY-4.0",
    },
    "questionnaire.json": {
      title: both("Būstas", "Homes"),
      locale: "lt",
      clearInvisibleValues: "onHiddenContainer",
      pages: [{ name: "home", title: both("Būstas", "Home"), elements: items }],
    },
    "measures.json": {
      items: Object.fromEntries(
        items.map(({ name }) => [name, measure(name === "tenure" ? "nominal" : "ratio")]),
      ),
    },
    "interviews.json": interviews ?? [{ name: "Somebody answers", steps: [{ set: { tenure: "own" } }] }],
    "notice/1.json": {
      number: 1,
      title: text,
      points: [point, point, point],
      consent: { question: text, agree: text, decline: text, declined: text },
    },
    "indicators/1.json": { number: 1, domains: [], indicators: [] },
    ...(mapping ? { "mapping/1.json": mapping } : {}),
  };
  for (const [name, content] of Object.entries(files)) write(version, name, content);
  return folderOf(version);
}

function folderOf(version: string): string {
  return join(root, "homes", version);
}

function write(version: string, name: string, content: unknown): void {
  mkdirSync(dirname(join(folderOf(version), name)), { recursive: true });
  writeFileSync(join(folderOf(version), name), JSON.stringify(content));
}

async function publish(version: string, ...words: string[]) {
  const said: string[] = [];
  const complained: string[] = [];
  const output = {
    print: (text: string) => said.push(text),
    complain: (text: string) => complained.push(text),
  };
  const code = await run(["publish", folderOf(version), ...words], output);
  return { code, said: said.join("\n"), complained: complained.join("\n") };
}

const list = () => readFileSync(join(root, "published.json"), "utf8");
const renamed = { kind: "renamed", before: ["rooms"], after: ["room_count"], by: "researcher" };
const mapping = (...entries: unknown[]) => ({ number: 1, from: "1.0.0", entries });

describe("a version is published", () => {
  test("when nothing stands in the way, with the digest of every file that is frozen", async () => {
    const { code, said } = await publish("1.0.0");
    expect(said).toContain("homes@1.0.0 is published");
    expect(code).toBe(0);
    expect(Object.keys(JSON.parse(list()))).toEqual([
      "homes@1.0.0",
      "homes@1.0.0/indicators/1.json",
      "homes@1.0.0/manifest.json",
      "homes@1.0.0/measures.json",
      "homes@1.0.0/notice/1.json",
      "homes@1.0.0/translations/1.json",
    ]);
    expect(checkPublished(root)).toEqual([]);
  });

  test("once: publishing it again changes nothing", async () => {
    await publish("1.0.0");
    const once = list();
    const { code, said } = await publish("1.0.0");
    expect([code, said, list()]).toEqual([0, "homes@1.0.0 is published already.", once]);
  });

  test("and never again with other contents", async () => {
    await publish("1.0.0");
    const once = list();
    writeVersion("1.0.0", { items: [rooms] });
    const { code, complained } = await publish("1.0.0");
    expect(code).toBe(2);
    expect(complained).toContain("has changed since it was published");
    expect(list()).toBe(once);
    expect(checkPublished(root)).not.toEqual([]);
  });

  test("nothing follows a version whose measures were rewritten, or whose numbered files are gone", async () => {
    await publish("1.0.0");
    const measures = readFileSync(join(folderOf("1.0.0"), "measures.json"), "utf8");
    write("1.0.0", "measures.json", { items: { rooms: measure("ratio"), tenure: measure("ordinal") } });
    writeVersion("1.1.0", { items: [rooms, tenure, { ...rooms, name: "beds" }] });
    expect((await publish("1.1.0")).complained).toContain("homes@1.0.0/measures.json is published, and has");
    writeFileSync(join(folderOf("1.0.0"), "measures.json"), measures);
    rmSync(join(folderOf("1.0.0"), "indicators"), { recursive: true });
    expect((await publish("1.0.0")).complained).toContain("homes@1.0.0/indicators/1.json has changed");
    expect((await publish("1.1.0")).complained).toContain("homes@1.0.0/indicators/1.json is published");
  });

  test("a list that lost the line of a version is not mended in silence", async () => {
    await publish("1.0.0");
    const { "homes@1.0.0": lost, ...torn } = JSON.parse(list());
    writeFileSync(join(root, "published.json"), JSON.stringify(torn));
    writeVersion("1.0.0", { items: [{ ...rooms, name: "beds" }, tenure] });
    expect((await publish("1.0.0")).complained).toContain("a line is lost");
    expect(list()).not.toContain(lost);
  });

  test("a numbered file that joins a published version is frozen too", async () => {
    await publish("1.0.0");
    write("1.0.0", "indicators/2.json", { number: 2, domains: [], indicators: [] });
    expect((await publish("1.0.0")).said).toContain("Files frozen: 1.");
    expect(list()).toContain("homes@1.0.0/indicators/2.json");
  });

  test("not on trial: --dry-run writes nothing", async () => {
    const { code, said } = await publish("1.0.0", "--dry-run");
    expect([code, said, list()]).toEqual([0, "homes@1.0.0 can be published. Nothing was written.", "{}\n"]);
  });
});

describe("a version beside a published one", () => {
  beforeEach(() => publish("1.0.0"));
  const roomCount = { ...rooms, name: "room_count" };

  async function refusals(version: string): Promise<string[]> {
    const before = list();
    const { code, said } = await publish(version, "--json");
    const outcome = JSON.parse(said);
    expect([code, outcome.state, list()]).toEqual([1, "refused", before]);
    return outcome.refusals.map(({ gate }: { gate: string }) => gate);
  }

  test("a rename that nobody answered blocks publishing", async () => {
    writeVersion("2.0.0", { items: [roomCount, tenure] });
    expect(await refusals("2.0.0")).toEqual(["mapping"]);
  });

  test("a rename that is only proposed blocks publishing", async () => {
    writeVersion("2.0.0", {
      items: [roomCount, tenure],
      mapping: mapping({ ...renamed, note: "? Renamed?" }),
    });
    expect(await refusals("2.0.0")).toEqual(["mapping"]);
  });

  test("a rename that the mapping answers is published with a minor number", async () => {
    writeVersion("1.1.0", { items: [roomCount, tenure], mapping: mapping(renamed) });
    expect((await publish("1.1.0")).said).toContain("homes@1.1.0 is published");
    expect(checkPublished(root)).toEqual([]);
  });

  test("a number too low for its changes is refused", async () => {
    writeVersion("1.0.1", { items: [rooms, tenure, { ...rooms, name: "windows" }] });
    expect(await refusals("1.0.1")).toEqual(["version"]);
  });

  test("a number that does not follow is refused", async () => {
    writeVersion("0.9.0", { items: [rooms, tenure, { ...rooms, name: "windows" }] });
    expect(await refusals("0.9.0")).toEqual(["version"]);
  });

  test("the same questionnaire under another number is refused", async () => {
    writeVersion("1.0.1");
    expect(await refusals("1.0.1")).toEqual(["version"]);
  });

  test("a changed source whose translation was left as it was is refused as stale", async () => {
    const title = both("Kiek kambarių jūsų būste?", "How many rooms?");
    const same = {
      kind: "same",
      before: ["rooms"],
      after: ["rooms"],
      about: ["wording-changed"],
      note: "n",
      by: "translator",
    };
    writeVersion("1.0.1", { items: [{ ...rooms, title }, tenure], mapping: mapping(same) });
    expect(await refusals("1.0.1")).toEqual(["languages"]);
  });

  test("a mapping from another version is refused in one sentence", async () => {
    writeVersion("1.1.0", { items: [roomCount, tenure], mapping: { ...mapping(renamed), from: "0.1.0" } });
    const { code, complained } = await publish("1.1.0");
    expect(code).toBe(2);
    expect(complained).toContain("speaks of version 0.1.0, not of 1.0.0");
  });
});

describe("a first version is refused", () => {
  const failing = [{ name: "Nobody", steps: [{ expect: { rooms: { visible: false } } }] }];
  const untranslated = { ...rooms, title: { lt: "Kiek kambarių?" } };
  const indicators = {
    number: 2,
    indicators: [{ id: "hou.01", estimand: { type: "mean", variable: "gone" } }],
  };

  test.each<[string, Version, string, string]>([
    ["an interview that fails", { interviews: failing }, "interviews", "should not be"],
    ["no interview at all", { interviews: [] }, "interviews", "holds no example interview"],
    ["a language without all texts", { items: [untranslated, tenure] }, "languages", "in en is missing"],
    [
      "a name that does not fit",
      { items: [{ ...rooms, name: "1 room" }, tenure] },
      "definition",
      "begins with a letter",
    ],
  ])("with %s", async (_what, version, gate, words) => {
    writeVersion("1.0.0", version);
    const { code, said } = await publish("1.0.0", "--json");
    expect(code).toBe(1);
    const { refusals } = JSON.parse(said);
    expect(refusals.map((refusal: { gate: string }) => refusal.gate)).toContain(gate);
    expect(JSON.stringify(refusals)).toContain(words);
    expect(list()).toBe("{}\n");
  });

  test("with a condition that survey-core would pass over in silence, by its place", async () => {
    writeVersion("1.0.0", { items: [{ ...rooms, visibleIf: "{tenure} =" }, tenure] });
    const { code, said } = await publish("1.0.0", "--json");
    expect([code, list()]).toEqual([1, "{}\n"]);
    const named = JSON.parse(said).refusals.filter(
      ({ gate, message }: { gate: string; message: string }) =>
        gate === "plan" && message.startsWith("pages[0].elements[0].visibleIf (syntax): "),
    );
    expect(named).toHaveLength(1);
  });

  test("with an indicator of an item that is not asked", async () => {
    write("1.0.0", "indicators/2.json", indicators);
    expect((await publish("1.0.0")).said).toContain("hou.01 is made of gone");
    const help = {
      type: "checkbox",
      name: "help",
      title: both("Kas padėjo?", "Who helped?"),
      choices: tenure.choices,
    };
    writeVersion("1.0.0", { items: [rooms, tenure, help] });
    const boxes = [
      { id: "hou.01", universe: { where: { variable: "help.own" } }, estimand: { variable: "help.agency" } },
    ];
    write("1.0.0", "indicators/2.json", { number: 2, indicators: boxes });
    expect((await publish("1.0.0")).said).toContain("hou.01 is made of help.agency, which");
  });

  test("with an indicator of a part that the entries of a list do not have", async () => {
    const title = both("Kas gyvena kartu?", "Who lives with you?");
    const people = {
      type: "paneldynamic",
      name: "people",
      title,
      templateElements: [{ ...tenure, name: "school" }],
    };
    writeVersion("1.0.0", { items: [rooms, tenure, people] });
    const estimand = {
      roster: "people",
      numerator: { variable: "school" },
      denominator: { variable: "age" },
    };
    write("1.0.0", "indicators/2.json", { number: 2, indicators: [{ id: "hou.01", estimand }] });
    expect((await publish("1.0.0")).said).toContain("hou.01 is made of people.age, which");
  });

  test.each<[string, Version["interviews"], string]>([
    [
      "that answers nothing and expects nothing",
      [{ name: "x", steps: [{ set: {} }] }],
      "Nothing is answered",
    ],
    [
      "with a code nobody offers",
      [{ name: "x", steps: [{ set: { tenure: "castle" } }] }],
      "No respondent could",
    ],
    [
      "with a number beyond the limits",
      [{ name: "x", steps: [{ set: { rooms: 99 } }] }],
      "No respondent could",
    ],
  ])("with an example interview %s", async (_what, interviews, words) => {
    writeVersion("1.0.0", { interviews });
    expect((await publish("1.0.0")).said).toContain(words);
    expect(list()).toBe("{}\n");
  });

  test("with an indicator that counts a code nobody offers: it would be nought for ever", async () => {
    const owners = {
      id: "hou.01",
      label: both("Savininkai", "Owners"),
      domain: "housing",
      unit: "percent",
      universe: { label: both("Visi", "All") },
      direction: "none",
      missingRule: "M1",
      source: "own wording",
      estimand: { type: "proportion", variable: "tenure", in: ["owner"] },
      level: { lowest: "municipality", why: both("Klausiama visų", "Everyone is asked") },
    };
    const domains = [{ id: "housing", label: both("Būstas", "Housing") }];
    write("1.0.0", "indicators/1.json", { number: 1, domains, indicators: [owners] });
    expect((await publish("1.0.0")).said).toContain('"tenure" has no code "owner"');
    const { level: _, ...placeless } = owners;
    write("1.0.0", "indicators/1.json", { number: 1, domains, indicators: [placeless] });
    expect((await publish("1.0.0")).said).toContain("hou.01 does not say its lowest level");
    owners.estimand.in = ["own"];
    write("1.0.0", "indicators/1.json", { number: 1, domains, indicators: [owners] });
    expect((await publish("1.0.0")).code).toBe(0);
    write("1.0.0", "indicators/2.json", { number: 3, domains, indicators: [owners] });
    expect((await publish("1.0.0")).said).toContain("number is 3; the file name says 2");
    write("1.0.0", "indicators/2.json", { hello: 1 });
    expect((await publish("1.0.0")).code).toBe(1);
    expect(list()).not.toContain("indicators/2.json");
  });

  test("in a folder of another name, or beside no list of published versions", async () => {
    cpSync(folderOf("1.0.0"), folderOf("1.0.9"), { recursive: true });
    expect((await publish("1.0.9")).said).toContain("Make them equal");
    rmSync(join(root, "published.json"));
    expect((await publish("1.0.0")).complained).toContain("holds no published.json");
  });
});
