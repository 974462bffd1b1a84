import ExcelJS from "exceljs";
import { expect, test } from "vitest";
import { CellError, cellText, writeNumber } from "./cell.ts";

const cell = () => new ExcelJS.Workbook().addWorksheet("one").getCell("A1");

test("control characters and lone surrogates do not reach the file", () => {
  expect(cellText("a\u0000b\u001fc\ud800d\ufffee\n")).toBe("abc\ufffdde\n".replace("d\ufffd", "d"));
});

test("Excel's escape for characters is kept as the text it is", () => {
  expect(cellText("_x0041_ and _x00e9_ but not _x41_")).toBe("_x005F_x0041_ and _x005F_x00e9_ but not _x41_");
});

test("text longer than a cell takes is refused, not cut", () => {
  expect(cellText("š".repeat(32_767))).toHaveLength(32_767);
  expect(() => cellText("š".repeat(32_768))).toThrow(CellError);
});

test.each([Number.NaN, Number.POSITIVE_INFINITY])("%s is no number for a cell", (value) => {
  expect(() => writeNumber(cell(), value)).toThrow(CellError);
});
