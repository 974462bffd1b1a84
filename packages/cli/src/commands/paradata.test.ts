import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readCsv } from "@tiltas/formats/tables";
import { readInstrument } from "@tiltas/instrument/definition";
import { canonicalJson, sha256 } from "@tiltas/instrument/versions";
import { readInstrumentFolder } from "@tiltas/store/folders";
import { openParadataStore, openStore } from "@tiltas/store/open";
import { afterAll, beforeAll, expect, test } from "vitest";
import { run } from "../program/program.ts";

const root = join(import.meta.dirname, "../../../..");
const folder = readInstrumentFolder(join(root, "instruments/tcn-integration/0.1.0"));
const data = mkdtempSync(join(tmpdir(), "tiltas-"));
afterAll(() => rmSync(data, { recursive: true }));

const [first, second] = readInstrument(folder).pages.slice(0, 2);
const asked = readInstrument(folder).items.find(({ page, hidden }) => page === first?.name && !hidden);
const idOf = (respondent: number) => `00000000-0000-4000-8000-${String(respondent).padStart(12, "0")}`;

beforeAll(async () => {
  const store = await openStore({ folder: data });
  const { id, version } = folder.manifest;
  await store.publishInstrument({ digest: folder.digest, id, version, files: folder.files });
  await store.saveStudy({ id: "study", title: { en: "Study" }, synthetic: true });
  await store.saveWave({
    id: "autumn",
    study: "study",
    title: { en: "Autumn" },
    instrument: folder.digest,
    earlierInstruments: [],
    notice: 1,
    indicators: 1,
    languages: ["en"],
    modes: ["web"],
    opens: "2026-10-01",
    closes: "2026-10-31",
    margins: null,
  });
  const answers = canonicalJson({});
  await store.receive({
    responseId: idOf(1),
    revision: 1,
    parent: null,
    instrument: folder.digest,
    wave: "autumn",
    consent: "{}",
    answers,
    hash: sha256(answers),
    language: "en",
    mode: "web",
    channel: null,
    municipality: null,
    findings: "[]",
    receivedAt: new Date("2026-10-02T10:00:00Z"),
  });
  await store.close();
  const paradata = await openParadataStore({ folder: data });
  const events = [
    { at: 0, kind: "page-shown", page: first?.name },
    { at: 6_000, kind: "answer-changed", page: first?.name, item: asked?.name },
    { at: 8_000, kind: "page-shown", page: second?.name },
  ];
  for (const respondent of [1, 2])
    await paradata.keep({
      responseId: idOf(respondent),
      batch: 1,
      wave: "autumn",
      instrument: folder.digest,
      receivedOn: "2026-10-02",
      events: JSON.stringify(events),
    });
  await paradata.close();
});

async function tiltas(...words: string[]) {
  const said: string[] = [];
  const say = (text: string) => void said.push(text);
  return { code: await run(words, { print: say, complain: say }), said: said.join("\n") };
}

test("times of kept responses are written as a table that pilots read; withdrawn ones are not in it", async () => {
  const to = join(data, "times.csv");
  const { code, said } = await tiltas("paradata", "autumn", "--data", data, "--to", to);
  expect([code, said]).toEqual([
    0,
    `Wrote ${to}: times of 1 interviews; faster than one can read: 0; not come to the end: ${second?.name} 1.`,
  ]);
  expect(readCsv(readFileSync(to, "utf8")).rows).toEqual([
    { response: idOf(1), item: "", page: first?.name, milliseconds: "8000", focused: "yes" },
    { response: idOf(1), item: asked?.name, page: "", milliseconds: "8000", focused: "yes" },
  ]);
});

test("a wave without paradata, or one that is not there, is told in a sentence", async () => {
  const { code, said } = await tiltas("paradata", "winter", "--data", data, "--to", "x.csv");
  expect([code, said]).toEqual([2, 'There is no wave "winter" in these data.']);
});

test("a pilot reads the times that the server kept", async () => {
  const version = join(root, "instruments/tcn-integration/0.1.0");
  const { code, said } = await tiltas(
    "pilot",
    "report",
    version,
    "--data",
    data,
    "--wave",
    "autumn",
    "--json",
  );
  expect(code).toBe(0);
  expect(JSON.parse(said).sources).toContain("times");
});
