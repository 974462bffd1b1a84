import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { secondNoticeDigest } from "../../support/small-instrument.ts";
import { type TestServer, testServer } from "../../support/test-server.ts";
import { openWaves } from "./open-waves.ts";

let server: TestServer;
let waves: string;
const both = (lt: string, en: string) => ({ lt, en });
const study = {
  id: "integration",
  title: both("Integracija", "Integration"),
  controller: both("Ministerija", "Ministry"),
  legalBasis: both("sutikimas", "consent"),
  recipients: both("niekas", "nobody"),
  retention: both("6 mėnesiai", "6 months"),
  dataProtectionContact: both("dap@tyrimas.example", "dpo@study.example"),
  contact: both("tyrimas@tyrimas.example", "team@study.example"),
  noEffect: both("Leidimui įtakos nėra.", "Your permit is not affected."),
};
const file = {
  id: "spring",
  title: { lt: "Pavasaris", en: "Spring" },
  study,
  instrument: "small-instrument@1.0.0",
  languages: ["lt", "en"],
  modes: ["web"],
  opens: "2027-03-01",
  closes: "2027-05-31",
  margins: null as string | null,
};
const header = "margin,cell,count,reference_date,ages,eu_citizens,residence,definition,source,confidence";
const row = (cell: string, count: number, confidence = "official") =>
  `place,${cell},${count},2027-01-01,18+,out,declared,residents,register,${confidence}`;

const write = (content: object) => writeFile(join(waves, "spring.json"), JSON.stringify(content));
const open = () => openWaves({ store: server.store, instruments: server.rooms.instruments }, server.folder);

beforeAll(async () => {
  server = await testServer();
  waves = join(server.folder, "waves");
});
beforeEach(() => mkdir(waves, { recursive: true }));
afterAll(() => server.close());

test("a wave file becomes a wave that respondents can open", async () => {
  await write(file);
  expect(await open()).toBe(1);
  const { status, body } = await server.send("GET", "/api/waves/spring");
  expect([status, body.title, body.synthetic]).toEqual([200, file.title, false]);
});

test("margins that somebody uploaded go before those of the file, and a study may ask for two signatures", async () => {
  const study = { ...file.study, id: "signed-by-two", signatures: 2 };
  await write({ ...file, id: "uploaded", study });
  await open();
  expect((await server.store.findStudy(study.id))?.signatures).toBe(2);
  const margins = { csv: "margin,cell\n", digest: "0".repeat(64) };
  const upload = { ...margins, wave: "uploaded", name: "m.csv", by: "somebody", at: new Date() };
  await server.store.uploadMargins(upload);
  await open();
  expect((await server.store.findWave("uploaded"))?.margins).toEqual(margins);
});

test("a wave says which form is asked of which sample, and whether it is a pilot", async () => {
  await write({ ...file, form: "long", sample: "register" });
  await open();
  const { form, sample, stage } = (await server.store.findWave("spring")) ?? {};
  expect([form, sample, stage]).toEqual(["long", "register", "pilot"]);
});

test("the notice is read with the particulars of the study in it", async () => {
  await write({ ...file, notice: 2 });
  await open();
  server.clock.now += 6_000;
  const { body } = await server.send("GET", "/api/waves/spring");
  expect(body.notice.points[0].detail).toMatchObject({ lt: "Ministerija", en: "Ministry" });
  expect(body.notice.consents[1].detail.en).toBe("6 months");
  expect(body.noticeDigest).toBe(secondNoticeDigest);
});

test("two waves of one study tell the same about it", async () => {
  await write(file);
  const other = { ...file, id: "winter", study: { ...study, retention: both("metai", "a year") } };
  await writeFile(join(waves, "winter.json"), JSON.stringify(other));
  await expect(open()).rejects.toThrow(/winter\.json: study: .*spring\.json/);
  await rm(join(waves, "winter.json"));
});

test("a study that says nothing of its terms has the standard ones; one that does keeps what it says", async () => {
  await write(file);
  await open();
  expect((await server.store.findStudy("integration"))?.terms).toBeNull();
  await write({ ...file, study: { ...study, terms: { answers: 1_825, codes: 14 } } });
  await open();
  expect((await server.store.findStudy("integration"))?.terms).toEqual({ answers: 1_825, codes: 14 });
});

test("a changed file changes its wave at the next start", async () => {
  await write({ ...file, closes: "2027-06-30" });
  await open();
  expect((await server.store.findWave("spring"))?.closes).toBe("2027-06-30");
});

test("margins are checked when the wave opens, and the line is named", async () => {
  await write({ ...file, margins: "margins.csv" });
  const csv = (...rows: string[]) => writeFile(join(waves, "margins.csv"), [header, ...rows, ""].join("\n"));
  await csv(row("municipality=13", 900), row("municipality=19", 0));
  await expect(open()).rejects.toThrow(/margins\.csv: Line 3 .*0/);
  await csv(row("municipality=13", 900), row("municipality=19", 400, "memory"));
  await expect(open()).rejects.toThrow(/memory/);
  await csv(row("municipality=13", 900), row("municipality=19", 400));
  await open();
  expect((await server.store.findWave("spring"))?.margins?.csv).toContain("municipality=19,400");
});

test.each([
  ["an instrument that is not published", { instrument: "small-instrument@9.0.0" }, /Published are: small/],
  ["a language the instrument does not speak", { languages: ["lt", "uk"] }, /languages: .*"uk"/],
  ["a language without a title", { title: { lt: "Pavasaris" } }, /title: there is none in "en"/],
  ["a notice that does not exist", { notice: 7 }, /notice 7/],
  ["a study without a controller", { study: { ...study, controller: undefined } }, /study\.controller: must/],
  [
    "a study silent in one language of the wave",
    { study: { ...study, noEffect: { lt: "Įtakos nėra.", en: " " } } },
    /study\.noEffect: says nothing in "en".*add it/,
  ],
  ["a field nobody was pretested for", { stage: "field" }, /stage: .*not pretested.*"pilot"/],
  ["a sample nobody knows", { sample: "friends" }, /sample/],
  ["an end before the beginning", { closes: "2027-01-01" }, /closes: lies before/],
  ["a day in another form", { opens: "1.3.2027" }, /opens: must be a day written as 2026-11-23/],
  ["a day left out", { closes: undefined }, /closes: must be a day written as 2026-11-23/],
  ["a field nobody knows", { quota: 5 }, /quota/],
  ["a margins file outside the folder", { margins: "../secret.csv" }, /margins: .*same folder/],
  [
    "a term below nought",
    { study: { ...study, terms: { answers: -1 } } },
    /spring\.json: study\.terms\.answers: /,
  ],
  [
    "a class of data that there is not",
    { study: { ...study, terms: { photographs: 1 } } },
    /spring\.json: study\.terms: .*photographs/,
  ],
])("refused with the file and the place: %s", async (_what, change, sentence) => {
  await write({ ...file, ...change });
  await expect(open()).rejects.toThrow(sentence);
  await expect(open()).rejects.toThrow(/spring\.json/);
});
