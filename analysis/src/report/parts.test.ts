import ExcelJS from "exceljs";
import { expect, test } from "vitest";
import { exampleWave } from "./example-wave.ts";
import { makeWaveReport } from "./index.ts";

test("the sub-scores of an index stand under its total, for the country alone", async () => {
  const input = exampleWave({ respondents: { "13": 120, "19": 60, "27": 30 } });
  const { set } = input.indicators;
  const parts = [
    {
      id: "heard",
      label: { lt: "Girdima kalba", en: "Heard" },
      items: ["understands", "speaks"],
      atLeast: 1,
    },
    { id: "written", label: { lt: "Rašto kalba", en: "Written" }, items: ["writes"], atLeast: 1 },
  ];
  const indicators = set.indicators.map((indicator) =>
    indicator.estimand.type === "index"
      ? { ...indicator, estimand: { ...indicator.estimand, parts } }
      : indicator,
  );
  const { workbook } = await makeWaveReport({
    ...input,
    indicators: { ...input.indicators, set: { ...set, indicators } },
  });
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(new Uint8Array(workbook).buffer);
  const words = (name: string) => {
    const column = book.getWorksheet(name)?.getColumn(1).values ?? [];
    return column.filter((value) => typeof value === "string");
  };
  const summary = words("Summary");
  const total = summary.findIndex((word) => word.startsWith("Lithuanian, own rating"));
  expect(summary.slice(total + 1, total + 3)).toEqual(["Heard", "Written"]);
  expect(words("Lithuanian language")).not.toContain("Heard");
  const row = book.getWorksheet("Summary")?.getColumn(1).values.indexOf("Written") ?? 0;
  expect(book.getWorksheet("Summary")?.getCell(row, 3).value).toBeTypeOf("number");
});
