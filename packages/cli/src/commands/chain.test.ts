import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readManifest } from "@tiltas/analysis/release";
import { openStore } from "@tiltas/store/open";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { run } from "../program/program.ts";
import { type InventedWaves, inventedWaves, receiptOf, writePlan } from "./example-waves.ts";

const respondents = process.env.TILTAS_FULL === "1" ? 2_400 : 240;
const place = mkdtempSync(join(tmpdir(), "tiltas-chain-"));
afterAll(() => rmSync(place, { recursive: true }));
const [data, plan, exported, results] = ["data", "plan", "export", "results"].map((name) =>
  join(place, name),
) as [string, string, string, string];

async function tiltas(...words: string[]) {
  const said: string[] = [];
  const tell = (text: string) => void said.push(text);
  const code = await run(words, { print: tell, complain: tell });
  return { code, said: said.join("\n") };
}

/** Every file of a folder with the SHA-256 of its bytes. */
function bytesIn(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    names
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted()
      .map((path) => [
        path.slice(folder.length),
        createHash("sha256").update(readFileSync(path)).digest("hex"),
      ]),
  );
}

const exportTo = (out: string) =>
  tiltas("export", "--data", data, "--wave", "autumn", "--plan", plan, "--out", out);

const manifestIn = (folder: string) => join(folder, "release", "manifest.json");

let waves: InventedWaves;
beforeAll(async () => {
  waves = await inventedWaves(data, respondents);
  writePlan(plan);
  expect(await exportTo(exported)).toMatchObject({ code: 0 });
  expect(await tiltas("chain", exported, "--out", results, "--language", "en")).toMatchObject({ code: 0 });
}, 300_000);

describe("what a wave's figures are made from, as plain files", () => {
  test("waves are named in the order in which they opened", async () => {
    const { said } = await tiltas("export", "--data", data, "--list", "--json");
    expect(JSON.parse(said)).toMatchObject([
      { wave: "spring", responses: respondents },
      { wave: "autumn", responses: respondents },
    ]);
  });

  test("the wave before goes along, and nothing that leads to a person's receipt or consent", () => {
    const lines = readFileSync(join(exported, "previous-wave/responses.jsonl"), "utf8").trim().split("\n");
    expect(lines).toHaveLength(respondents);
    const fields = Object.keys(JSON.parse(lines[0] ?? "{}"));
    for (const field of ["receipt", "consent", "receivedAt", "findings"]) expect(fields).not.toContain(field);
  });

  test("an unknown wave is named, with those that are there; a folder that holds something is left alone", async () => {
    const unknown = await tiltas("export", "--data", data, "--wave", "winter", "--out", join(place, "no"));
    expect(unknown).toEqual({
      code: 2,
      said: 'There is no wave "winter" in these data. There are: spring, autumn.',
    });
    const again = await exportTo(exported);
    expect(again).toMatchObject({ code: 2, said: expect.stringMatching(/holds something already/) });
  });

  test("a file that changed since is refused by name", async () => {
    const copy = join(place, "changed");
    await exportTo(copy);
    appendFileSync(join(copy, "plan", "weighting.json"), " ");
    const { code, said } = await tiltas("chain", copy, "--out", join(place, "no"));
    expect({ code, said }).toMatchObject({
      code: 2,
      said: expect.stringMatching(/plan\/weighting\.json.*has changed/),
    });
  });
});

describe("a release made again from its export by commands alone", () => {
  test("has the same digests and bytes in another time zone, another locale and with two threads", () => {
    const again = join(place, "again");
    const tiltasFile = join(import.meta.dirname, "../../tiltas.mjs");
    const words = ["chain", exported, "--out", again, "--language", "en", "--threads", "2"];
    const said = execFileSync(process.execPath, [tiltasFile, ...words, "--release", manifestIn(results)], {
      env: { ...process.env, TZ: "Pacific/Kiritimati", LC_ALL: "lt_LT.UTF-8" },
      encoding: "utf8",
    });
    expect(said).toMatch(/Release 1 comes out again/);
    expect(bytesIn(again)).toEqual(bytesIn(results));
  }, 300_000);

  test("comes out the same link by link, each from the files of the one before", async () => {
    const links = join(place, "links");
    for (const link of ["dataset", "weights", "indicators", "release"])
      expect(await tiltas(link, exported, "--out", links)).toMatchObject({ code: 0 });
    expect(await tiltas("report", links, "--language", "en")).toMatchObject({ code: 0 });
    const [whole, linked] = [bytesIn(results), bytesIn(links)];
    expect(Object.fromEntries(Object.keys(whole).map((name) => [name, linked[name]]))).toEqual(whole);
    expect(readFileSync(join(links, "working.json"), "utf8").slice(0, 300_000_000)).toMatch(/not released/);
  }, 300_000);

  test("a folder for results that cannot be made is said before anything is computed", async () => {
    const { code, said } = await tiltas("chain", exported, "--out", join(exported, "README.md", "results"));
    expect({ code, said }).toMatchObject({ code: 2, said: expect.stringMatching(/cannot be made/) });
  });

  test("a link asks for the one before it", async () => {
    const { code, said } = await tiltas("indicators", exported, "--out", join(place, "empty"));
    expect({ code, said }).toMatchObject({ code: 2, said: expect.stringMatching(/Run "tiltas dataset"/) });
  });

  test("columns of another export are refused: the link that reads them is to be run again", async () => {
    const other = join(place, "other");
    expect(
      await tiltas("export", "--data", data, "--wave", "spring", "--plan", plan, "--out", other),
    ).toMatchObject({ code: 0 });
    const { code, said } = await tiltas("weights", other, "--out", join(place, "links"));
    expect({ code, said }).toMatchObject({
      code: 2,
      said: expect.stringMatching(
        /What "tiltas dataset" wrote was made from something else: .*responses\.jsonl/,
      ),
    });
  });

  test("answers that came later are not read, and the release comes out again", async () => {
    await waves.oneMore();
    const later = join(place, "later");
    await exportTo(later);
    const { code, said } = await tiltas(
      "chain",
      later,
      "--out",
      join(place, "later-results"),
      "--language",
      "en",
      "--release",
      manifestIn(results),
    );
    expect(said).toMatch(/Release 1 comes out again/);
    expect(code).toBe(0);
  }, 300_000);

  test("is refused after somebody took their answers back, with how many are gone; what was published stays", async () => {
    const store = await openStore({ folder: data });
    await store.withdraw({ receipt: receiptOf("autumn", 7), on: "2026-11-20" });
    await store.withdraw({ receipt: receiptOf("autumn", 8), on: "2026-11-21" });
    await store.close();
    const after = join(place, "after");
    await exportTo(after);
    const nowhere = join(place, "nowhere");
    const refused = await tiltas("chain", after, "--out", nowhere, "--release", manifestIn(results));
    expect(refused).toMatchObject({
      code: 2,
      said: expect.stringContaining(`2 of ${respondents} responses of the wave autumn are gone`),
    });
    expect(() => readdirSync(nowhere)).toThrow();
    expect(
      await tiltas("report", results, "--language", "lt", "--out", join(place, "published")),
    ).toMatchObject({ code: 0 });
  });

  test("a correction is a release with the next number that says what changed, of many people or of none", async () => {
    const corrected = join(place, "corrected");
    const correct = async (from: string) => {
      for (const link of ["dataset", "weights", "indicators"]) await tiltas(link, from, "--out", corrected);
      const signed = ["--number", "2", "--released-at", "2026-12-03T09:00:00Z", "--signed-by", "analyst"];
      return tiltas("release", from, "--out", corrected, ...signed, "--corrects", results);
    };
    expect(await correct(join(place, "after"))).toMatchObject({
      code: 2,
      said: expect.stringMatching(/Beside release 1 this correction would speak of single people/),
    });
    const store = await openStore({ folder: data });
    for (let person = 20; person < 31; person++)
      await store.withdraw({ receipt: receiptOf("autumn", person), on: "2026-11-22" });
    await store.close();
    await exportTo(join(place, "after-many"));
    const { code, said } = await correct(join(place, "after-many"));
    expect(code).toBe(0);
    expect(said).toMatch(/ministry: \S+ changed in \d+ cells/);
    const manifest = readManifest(readFileSync(manifestIn(corrected), "utf8"));
    expect(manifest).toMatchObject({ number: 2, corrects: 1, signedBy: ["analyst"] });
    expect(manifest.records[0]).toMatchObject({ wave: "autumn", read: respondents - 12 });
  }, 300_000);

  test("a release file that was touched is not written into a workbook", async () => {
    appendFileSync(join(place, "corrected/release/ministry.json"), " ");
    const { code, said } = await tiltas("report", join(place, "corrected"));
    expect({ code, said }).toMatchObject({
      code: 2,
      said: expect.stringMatching(/is not the one that the manifest/),
    });
  });
});
