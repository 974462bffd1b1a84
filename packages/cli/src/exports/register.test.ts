import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exportsOfWave } from "@tiltas/store/ledger";
import { afterEach, beforeEach, expect, test } from "vitest";
import { register } from "./register.ts";

let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), "tiltas-register-"));
});
afterEach(() => rmSync(data, { recursive: true }));

const reader = { countResponses: async () => 12 };
const order = (synthetic: boolean) =>
  ({ study: { synthetic }, wave: { id: "autumn" }, previous: { id: "spring" } }) as Parameters<
    typeof register
  >[1];
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const holding = { holder: "Example institute", purpose: "Audit", until: inDays(30) };

test("answers of people leave only into hands that are named, and both waves know of it", async () => {
  expect(await register(reader, order(false), { data, ...holding })).toContain("Example institute");
  for (const wave of ["autumn", "spring"])
    expect(await exportsOfWave(data, wave)).toMatchObject([
      { holder: "Example institute", purpose: "Audit", respondents: 24, withdrawnSince: 0 },
    ]);
});

test.each([
  {},
  { ...holding, holder: " " },
  { ...holding, until: inDays(-1) },
  { ...holding, until: inDays(400) },
])("%j does not say who holds them until when: refused, and nothing is entered", async (said) => {
  await expect(register(reader, order(false), { data, ...said })).rejects.toThrow(/--holder.*--until/);
  expect(readdirSync(data)).toEqual([]);
});

test("invented answers need nobody to answer for them", async () => {
  expect(await register(reader, order(true), { data })).toBe("All of them are invented.");
  expect(readdirSync(data)).toEqual([]);
});
