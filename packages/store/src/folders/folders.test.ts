import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { checkPublished, listInstrumentFolders, readInstrumentFolder } from "./index.ts";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "tiltas-instruments-"));
});
afterEach(() => rmSync(root, { recursive: true }));

const manifest = {
  id: "tiny",
  version: "0.1.0",
  title: { lt: "Mažas" },
  languages: ["lt"],
  universe: { lt: "Visi" },
  population: { minimumAge: 18, euCitizens: "out", residence: "declared" },
  licence: "CC-BY-4.0",
};
const point = { heading: { lt: "Kas" }, detail: { lt: "Mes" } };
const text = { lt: "Tekstas" };
const notice = {
  number: 1,
  title: text,
  points: [point, point, point],
  consent: { question: text, agree: text, decline: text, declined: text },
};

/** Writes a whole version, with some files replaced; a file given as undefined is left out. */
function writeVersion(folder: string, replaced: Record<string, unknown> = {}): string {
  const files: Record<string, unknown> = {
    "manifest.json": manifest,
    "questionnaire.json": { pages: [{ name: "p" }] },
    "measures.json": { items: {} },
    "notice/1.json": notice,
    "indicators/1.json": { indicators: [] },
    "README.md": "A tiny instrument.",
    ...replaced,
  };
  for (const [name, content] of Object.entries(files)) {
    if (content === undefined) continue;
    const file = join(root, folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(
      file,
      typeof content === "string" || Buffer.isBuffer(content) ? content : JSON.stringify(content),
    );
  }
  return join(root, folder);
}

test("a folder is read with every text, its notices and its indicator sets in order of their numbers", () => {
  const path = writeVersion("tiny/0.1.0", {
    "notice/10.json": { ...notice, number: 10 },
    "notice/2.json": { ...notice, number: 2 },
  });
  const folder = readInstrumentFolder(path);
  expect(folder.manifest.id).toBe("tiny");
  expect(folder.notices.map(({ number }) => number)).toEqual([1, 2, 10]);
  expect(folder.indicatorSets).toHaveLength(1);
  expect(folder.interviews).toEqual([]);
  expect(folder.files["README.md"]).toBe("A tiny instrument.");
});

test("the digest is that of the questionnaire's content, not of its spaces", () => {
  const wide = readInstrumentFolder(
    writeVersion("a/0.1.0", { "questionnaire.json": '{ "b": 1.0,\n "a": 2 }' }),
  );
  const narrow = readInstrumentFolder(writeVersion("b/0.1.0", { "questionnaire.json": '{"a":2,"b":1}' }));
  expect(wide.digest).toBe(narrow.digest);
  expect(wide.digest).toMatch(/^[0-9a-f]{64}$/);
});

test.each([
  ["a missing questionnaire", { "questionnaire.json": undefined }, /questionnaire\.json: is missing/],
  [
    "a measures file that is no JSON",
    { "measures.json": '{"items":{},}' },
    /measures\.json: is not JSON: .*line 1 column 13/,
  ],
  [
    "a manifest without a licence",
    { "manifest.json": { ...manifest, licence: undefined } },
    /manifest\.json: licence: /,
  ],
  [
    "a notice under another number",
    { "notice/2.json": notice },
    /notice\/2\.json: number is 1; the file name says 2/,
  ],
  [
    "a text that is not UTF-8",
    { "README.md": Buffer.from([0xc4, 0x28]) },
    /README\.md: is not readable UTF-8/,
  ],
])("%s is refused by file and place", (_name, replaced, sentence) => {
  const path = writeVersion("tiny/0.1.0", replaced);
  expect(() => readInstrumentFolder(path)).toThrow(sentence);
});

test("a folder that is not there is refused by name", () => {
  expect(() => readInstrumentFolder(join(root, "none"))).toThrow(/none: this folder cannot be read/);
});

test("all versions are listed by id and number", () => {
  for (const version of ["0.10.0", "0.9.0"])
    writeVersion(`tiny/${version}`, { "manifest.json": { ...manifest, version } });
  mkdirSync(join(root, "tiny", "notes"));
  expect(listInstrumentFolders(root).map(({ manifest: { version } }) => version)).toEqual([
    "0.9.0",
    "0.10.0",
  ]);
});

test("a version in the folder of another is refused", () => {
  writeVersion("tiny/0.2.0");
  expect(() => listInstrumentFolders(root)).toThrow(/says tiny@0\.1\.0, but lies in tiny\/0\.2\.0/);
});

test("a published version that changed, or is gone, is named", () => {
  const { digest } = readInstrumentFolder(writeVersion("tiny/0.1.0"));
  const publish = (published: object) =>
    writeFileSync(join(root, "published.json"), JSON.stringify(published));
  publish({ "tiny@0.1.0": digest });
  expect(checkPublished(root)).toEqual([]);
  publish({ "tiny@0.1.0": "0".repeat(64), "tiny@0.0.9": digest });
  expect(checkPublished(root)).toEqual([
    expect.stringMatching(/^tiny@0\.1\.0 has changed since it was published/),
    expect.stringMatching(/^tiny@0\.0\.9 is published, but its folder is gone/),
  ]);
});

test("a file of a published version is guarded as its questionnaire is", () => {
  const { digest } = readInstrumentFolder(writeVersion("tiny/0.1.0", { "mapping/1.json": { number: 1 } }));
  const zeros = "0".repeat(64);
  const list = {
    "tiny@0.1.0": digest,
    "tiny@0.1.0/measures.json": zeros,
    "tiny@0.1.0/mapping/2.json": zeros,
  };
  writeFileSync(join(root, "published.json"), JSON.stringify(list));
  expect(checkPublished(root)).toEqual([
    expect.stringMatching(/^tiny@0\.1\.0\/measures\.json has changed since it was published/),
    expect.stringMatching(/^tiny@0\.1\.0\/mapping\/2\.json is published, but the file is gone/),
  ]);
});

test("mappings and translations are read in order of their numbers", () => {
  const folder = readInstrumentFolder(
    writeVersion("tiny/0.1.0", {
      "mapping/1.json": { number: 1 },
      "translations/2.json": { number: 2 },
      "translations/1.json": { number: 1 },
    }),
  );
  expect(folder.mappings.map(({ set }) => set)).toEqual([{ number: 1 }]);
  expect(folder.translations.map(({ number }) => number)).toEqual([1, 2]);
});

test("a list of published versions that cannot be read is refused by name", () => {
  expect(() => checkPublished(root)).toThrow(/published\.json: is missing/);
  writeFileSync(join(root, "published.json"), '{"tiny@0.1.0": "not a digest"}');
  expect(() => checkPublished(root)).toThrow(/published\.json: tiny@0\.1\.0: /);
  writeFileSync(join(root, "published.json"), "{");
  expect(() => checkPublished(root)).toThrow(/published\.json: is not JSON/);
});
