import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readCsv } from "@tiltas/formats/tables";
import { readInstrument } from "@tiltas/instrument/definition";
import { simulate } from "@tiltas/instrument/simulation";
import { canonicalJson, sha256 } from "@tiltas/instrument/versions";
import { readInstrumentFolder } from "@tiltas/store/folders";
import { openStore } from "@tiltas/store/open";
import type { NewResponse } from "@tiltas/store/port";
import { afterAll, beforeAll, expect, test } from "vitest";
import { run } from "../program/program.ts";

const root = join(import.meta.dirname, "../../../..");
const folder = readInstrumentFolder(join(root, "instruments/tcn-integration/0.1.0"));
const marginsCsv = readFileSync(join(root, "instruments/demonstration-margins.csv"), "utf8");
const data = mkdtempSync(join(tmpdir(), "tiltas-"));
afterAll(() => rmSync(data, { recursive: true }));

function invented(respondents: number): NewResponse[] {
  const instrument = readInstrument(folder);
  const people = simulate({ instrument, margins: readCsv(marginsCsv).rows, respondents, seed: 5 });
  return [...people].map(({ responseId, language, mode, answers }, i) => ({
    responseId,
    revision: 1,
    parent: null,
    instrument: folder.digest,
    wave: "autumn",
    consent: "{}",
    answers: canonicalJson(answers),
    hash: sha256(canonicalJson(answers)),
    language,
    mode,
    channel: null,
    municipality: null,
    findings: "[]",
    receivedAt: new Date(Date.UTC(2026, 9, 1, 8, 0, i)),
  }));
}

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
  await Promise.all(invented(40).map((response) => store.receive(response)));
  await store.close();
});

async function report(wave: string, out: string) {
  const said: string[] = [];
  const output = { print: (text: string) => said.push(text), complain: (text: string) => said.push(text) };
  const code = await run(
    ["report", "--data", data, "--wave", wave, "--language", "en", "--out", out],
    output,
  );
  return { code, said: said.join("\n") };
}

test("a wave becomes a workbook; run twice, the bytes are the same", async () => {
  const [first, second] = [join(data, "1.xlsx"), join(data, "2.xlsx")];
  expect(await report("autumn", first)).toEqual({ code: 0, said: `Wrote ${first}: 40 responses entered.` });
  await report("autumn", second);
  expect(readFileSync(first).equals(readFileSync(second))).toBe(true);
  expect(readFileSync(first).subarray(0, 2).toString()).toBe("PK");
});

test("an unknown wave is named, with those that are there", async () => {
  expect(await report("spring", join(data, "3.xlsx"))).toEqual({
    code: 2,
    said: 'There is no wave "spring" in these data. There are: autumn.',
  });
});

test("a place that cannot be written to is said", async () => {
  expect((await report("autumn", join(data, "nowhere/4.xlsx"))).said).toMatch(/cannot be written/);
});
