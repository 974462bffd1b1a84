import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { leadingZeroBits, solvedProof } from "./proof.ts";

test("a proof of work is one that any server can check with plain SHA-256", async () => {
  const proof = await solvedProof({ challenge: "2026-11-22T10.abc", bits: 10 });
  expect(proof).toMatch(/^2026-11-22T10\.abc\.\d+$/);
  const bits = BigInt(`0x${createHash("sha256").update(proof).digest("hex")}`).toString(2).length;
  expect(256 - bits).toBeGreaterThanOrEqual(10);
});

test("bits are counted from the first", () => {
  expect(leadingZeroBits("ffffffff00")).toBe(0);
  expect(leadingZeroBits("00ffffff00")).toBe(8);
  expect(leadingZeroBits("001fffff00")).toBe(11);
  expect(leadingZeroBits("0000000000")).toBe(32);
});
