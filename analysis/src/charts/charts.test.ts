import { describe, expect, test } from "vitest";
import type { Chart, Series } from "./chart.ts";
import { columnLetters, rangeFormula } from "./chart.ts";
import { chartPart } from "./chart-xml.ts";
import { drawingPart } from "./drawing-xml.ts";
import { outOfOrder } from "./element-order.ts";
import { insertInOrder } from "./sheet-order.ts";

const numbers = (column: number, values: readonly (number | null)[]) => ({
  range: { sheet: "Chart data", column, from: 2, to: 1 + values.length },
  numbers: values,
  format: "0.0%",
});

const series: Series = {
  name: { range: { sheet: "Chart data", column: 2, from: 1, to: 1 }, texts: ["Autumn"] },
  categories: {
    range: { sheet: "Chart data", column: 1, from: 2, to: 4 },
    texts: ['North & "South"', "<East>", "West"],
  },
  values: numbers(2, [0.2, null, 0.5]),
  interval: { below: numbers(3, [0.05, null, 0.1]), above: numbers(4, [0.07, null, 0.11]) },
  colour: "A9CDBF",
  dark: "1F5D50",
};

const chart = (kind: Chart["kind"], all: readonly Series[] = [series]): Chart => ({
  kind,
  title: "More people had a contract",
  description: "Bars & whiskers",
  series: all,
  axis: { min: 0, max: 1, step: 0.2, format: "0%" },
  fontSize: 9,
  legend: true,
  ink: "1C2321",
  quiet: "5F6764",
});

describe.each(["bars", "lines"] as const)("a chart of %s", (kind) => {
  const part = chartPart(chart(kind, [series, series]));

  test("keeps the order of the schemas", () => {
    expect(outOfOrder(part)).toEqual([]);
  });

  test("takes its intervals from cells that hold distances, with a copy for viewers that do not calculate", () => {
    expect(part).toContain('<c:errValType val="cust"/>');
    expect(part).toMatch(
      /<c:plus><c:numRef><c:f>'Chart data'!\$D\$2:\$D\$4<\/c:f><c:numCache>.*?<c:v>0.07<\/c:v>/,
    );
    expect(part).toMatch(/<c:minus><c:numRef><c:f>'Chart data'!\$C\$2:\$C\$4<\/c:f>/);
  });

  test("states a direction of error bars only where there are two", () => {
    expect(part.includes('<c:errDir val="y"/>')).toBe(kind === "lines");
  });

  test("has no point where the cell is empty", () => {
    expect(part).not.toContain('<c:pt idx="1"><c:v></c:v>');
    expect(part).toContain('<c:ptCount val="3"/>');
  });

  test("carries names as text, whatever they hold", () => {
    expect(part).toContain("North &amp; &quot;South&quot;");
    expect(part).toContain("&lt;East&gt;");
  });
});

test("a part in the wrong order is found: the control of this room", () => {
  const part = chartPart(chart("bars"));
  const wrong = part.replace(/(<c:cat>.*?<\/c:cat>)(<c:val>.*?<\/c:val>)/, "$2$1");
  expect(outOfOrder(wrong)).toEqual(["<c:cat> comes too late in <c:ser>"]);
  expect(outOfOrder(part.replace("<c:barDir", "<c:direction"))).toContain(
    "<c:barChart> holds no <c:direction>",
  );
});

test("every frame of a drawing says in words what it shows", () => {
  const drawing = drawingPart([
    { chart: chart("bars"), at: { row: 5, column: 1 }, width: 400, height: 200 },
    { chart: chart("lines"), at: { left: 10, top: 20 }, width: 400, height: 200 },
  ]);
  expect(outOfOrder(drawing)).toEqual([]);
  expect(drawing.match(/descr="Bars &amp; whiskers"/g)).toHaveLength(2);
  expect(drawing).toContain('<xdr:pos x="127000" y="254000"/>');
});

test("elements enter a sheet where the schema wants them", () => {
  const sheet =
    '<worksheet><sheetData><row r="1"/></sheetData><pageSetup/><headerFooter/><tableParts count="1"/></worksheet>';
  const drawn = insertInOrder(sheet, "drawing", "<drawing/>");
  const linked = insertInOrder(drawn, "hyperlinks", "<hyperlinks/>");
  expect(outOfOrder(linked)).toEqual([]);
  expect(linked).toContain("<headerFooter/><drawing/><tableParts");
});

test.each([
  [1, "A"],
  [26, "Z"],
  [27, "AA"],
  [52, "AZ"],
  [703, "AAA"],
])("column %i is %s", (column, letters) => {
  expect(columnLetters(column)).toBe(letters);
});

test("a quote in a sheet's name does not end the reference", () => {
  expect(rangeFormula({ sheet: "O'Brien", column: 2, from: 3, to: 3 })).toBe("'O''Brien'!$B$3");
});
