import { expect, test } from "vitest";
import { en } from "./en.ts";
import { lt } from "./lt.ts";

function sentences(strings: unknown): string[] {
  if (typeof strings === "string") return [strings];
  if (typeof strings !== "object" || strings === null) return [];
  return Object.values(strings).flatMap(sentences);
}

test.each([
  ["English", en],
  ["Lithuanian", lt],
])("%s speaks without exclamation marks or pictures, and leaves nothing unsaid", (_, strings) => {
  for (const sentence of sentences(strings)) {
    expect(sentence.trim()).not.toBe("");
    expect(sentence).not.toMatch(/!|\p{Extended_Pictographic}/u);
  }
});

test("a number of responses is said in grammatical English", () => {
  expect(en.fieldwork.sentence.open("2026-11-30", 0)).toBe(
    "Open until 30 November 2026. No one has answered yet.",
  );
  expect(en.fieldwork.sentence.open("2026-11-30", 1)).toBe("Open until 30 November 2026; 1 response so far.");
  expect(en.fieldwork.sentence.closed("2026-11-30", 1204)).toBe(
    "Closed on 30 November 2026 with 1,204 responses.",
  );
});

test.each([
  [1, "gauta 1 užpildyta anketa"],
  [3, "gautos 3 užpildytos anketos"],
  [11, "gauta 11 užpildytų anketų"],
  [20, "gauta 20 užpildytų anketų"],
  [21, "gauta 21 užpildyta anketa"],
])("%i responses are counted in grammatical Lithuanian", (n, words) => {
  expect(lt.fieldwork.sentence.open("2026-11-30", n)).toBe(
    `Vyksta iki 2026 m. lapkričio 30 d.; kol kas ${words}.`,
  );
});

test("times are told in Lithuanian time, days without moving to their neighbour", () => {
  expect(lt.format.moment("2026-11-21T22:30:00Z")).toBe("2026-11-22 00:30");
  expect(en.format.day("2026-11-21")).toBe("21 November 2026");
});
