import { expect, test } from "vitest";
import { semicolonSeparated } from "./semicolon-separated.ts";

test("a table is saved as Lithuanian Excel opens it, numbers as numbers", () => {
  expect(
    semicolonSeparated(
      [
        ["Vieta", "Dalis"],
        ["Kaunas; miestas", 0.625],
        ["„Rytai“", null],
      ],
      ",",
    ),
  ).toBe('\uFEFF"Vieta";"Dalis"\r\n"Kaunas; miestas";0,625\r\n"„Rytai“";\r\n');
});

test.each(["=1+1", "+370", "-5", "@name", "＝1", "\t=1"])(
  "%j is words in every spreadsheet, no formula",
  (words) => {
    expect(semicolonSeparated([[words]], ".")).toBe(`\uFEFF"'${words}"\r\n`);
  },
);

test("a negative number stays a number", () => {
  expect(semicolonSeparated([[-0.5]], ".")).toBe("\uFEFF-0.5\r\n");
});
