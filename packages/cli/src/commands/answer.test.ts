import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { releaseText } from "@tiltas/analysis/chain";
import { exampleManifest, exampleRelease } from "@tiltas/analysis/release";
import { sha256 } from "@tiltas/instrument/digest";
import { afterAll, expect, test } from "vitest";
import { run } from "../program/program.ts";
import { writeRelease } from "../results/index.ts";

const place = mkdtempSync(join(tmpdir(), "tiltas-answer-"));
afterAll(() => rmSync(place, { recursive: true }));

const releases = new Map([["public", exampleRelease("public")] as const]);
const digests = { "release/public": sha256(releaseText(exampleRelease("public"))) };
writeRelease(place, { releases, manifest: { ...exampleManifest(), digests } });

async function answer(...words: string[]) {
  const said: string[] = [];
  const tell = (text: string) => void said.push(text);
  const code = await run(["answer", place, ...words], { print: tell, complain: tell });
  return { code, said: said.join("\n") };
}

test("a figure is told with its interval, respondents and whom it is about, in Lithuanian with a comma", async () => {
  const { code, said } = await answer("--indicator", "mun.01");
  expect(said).toMatch(
    /^Žino.*Lietuva: \d+,\d % \(95 % pasikliautinasis intervalas .* n = 1204\)\. Visi dalyviai\./,
  );
  expect(code).toBe(0);
});

test("two places are set beside each other with what the sample could have seen", async () => {
  const two = ["--of", "municipality=13", "--beside", "municipality=21", "--language", "en"];
  const { code, said } = await answer("--indicator", "bel.04", ...two);
  expect(said).toMatch(/Vilnius City .* Klaipėda City .* difference is/);
  expect(code).toBe(0);
});

test("a town and women share people: they are not set beside each other, each can be beside the country", async () => {
  const two = ["--of", "municipality=13", "--beside", "sex=female", "--language", "en"];
  const { code, said } = await answer("--indicator", "mun.01", ...two);
  expect(said).toMatch(/cannot be compared, because the same people may belong to both/);
  expect(code).toBe(1);
});

test.each([
  ["too few people", "bel.04", "municipality=15", /too few people answered/],
  ["a protected figure", "hlt.02", "citizenship-group=other", /nobody can be recognised/],
  ["a level at which it is not shown", "hlt.02", "municipality=13", /not published at this level/],
  [
    "a cut that was refused before the wave",
    "mun.01",
    "municipality=13;citizenship-group=ukr",
    /Too few people: cells/,
  ],
])("%s is a refusal with its reason, and no number", async (_name, indicator, of, reason) => {
  const { code, said } = await answer("--indicator", indicator, "--of", of, "--language", "en");
  expect(said).toMatch(reason);
  expect(said.replace(/\[.*\]$/, "").replaceAll(/0–10/g, "")).not.toMatch(/\d[.,]\d|\d %/);
  expect(code).toBe(1);
});
