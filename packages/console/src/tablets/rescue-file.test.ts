import type { SealedResponse } from "@tiltas/contract/sealing";
import { expect, test } from "vitest";
import { nothingYet, partsOf, readRescueFile, together } from "./rescue-file.ts";

const sealed = (n: number, length = 100): SealedResponse => ({
  responseId: `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`,
  revision: 1,
  hash: "a".repeat(64),
  wave: "demo",
  sealed: {
    key: "0".repeat(16),
    ephemeral: "B".repeat(87),
    iv: "C".repeat(16),
    ciphertext: "D".repeat(length),
  },
});
const many = (count: number, length?: number) => Array.from({ length: count }, (_, n) => sealed(n, length));

test("a file of the tablet is read, anything else is not", () => {
  const file = { format: "tiltas sealed responses 1", responses: many(2) };
  expect(readRescueFile(JSON.stringify(file))).toEqual(file.responses);
  for (const text of [
    "",
    "{}",
    "[]",
    JSON.stringify({ ...file, format: "other" }),
    JSON.stringify([sealed(1)]),
  ])
    expect(readRescueFile(text)).toBeUndefined();
});

test("every response of a file is in one part, in its order, and parts are small", () => {
  const parts = partsOf(many(45));
  expect(parts.map(({ responses }) => responses.length)).toEqual([20, 20, 5]);
  expect(parts.flatMap(({ responses }) => responses)).toEqual(many(45));
  expect(partsOf(many(3, 360_000)).map(({ responses }) => responses.length)).toEqual([1, 1, 1]);
  expect(partsOf([])).toEqual([]);
});

test("what becomes of the parts adds up", () => {
  const refused = [{ responseId: "x", problem: "seal-unreadable" }];
  const one = { stored: 1, alreadyStored: 2, quarantined: 3, refused };
  expect(together(one, together(one, nothingYet))).toEqual({
    stored: 2,
    alreadyStored: 4,
    quarantined: 6,
    refused: [...refused, ...refused],
  });
});
