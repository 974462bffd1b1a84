import { longestMargins } from "@tiltas/contract/margins";
import { expect, test } from "vitest";
import { readMarginsFile } from "./read-margins-file.ts";

const csv = "margin,category,count\nmunicipality,Šiauliai,1200\n";

test("a file is read in UTF-8, with or without its mark", async () => {
  expect(await readMarginsFile(new File([csv], "margins.csv"))).toEqual({ name: "margins.csv", csv });
  expect(await readMarginsFile(new File([`\uFEFF${csv}`], "margins.csv"))).toEqual({
    name: "margins.csv",
    csv,
  });
});

test("a file from an older Lithuanian office is read in windows-1257", async () => {
  const bytes = Uint8Array.from("Šiauliai", (letter) => (letter === "Š" ? 0xd0 : letter.charCodeAt(0)));
  expect(await readMarginsFile(new File([bytes], "m.csv"))).toEqual({ name: "m.csv", csv: "Šiauliai" });
});

test.each([
  ["an empty file", "", "unreadable"],
  ["a workbook under another name", "PK\u0003\u0004\0\0", "unreadable"],
  ["a file that is far too long", "x".repeat(longestMargins + 1), "too-long"],
])("%s is refused before it is sent", async (_, text, refusal) => {
  expect(await readMarginsFile(new File([text], "margins.csv"))).toBe(refusal);
});
