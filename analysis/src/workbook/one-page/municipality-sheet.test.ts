import { expect, test } from "vitest";
import { exampleRelease } from "../../release/index.ts";
import { municipalitySheet } from "./municipality-sheet.ts";

const release = exampleRelease();

test("a municipality has its figures beside its group and the country, with the difference that a test supports", () => {
  const page = municipalitySheet(release, "13", "en");
  expect(page).toContain("<h1>Vilnius City</h1>");
  expect(page).toContain("belongs to the group Capital area");
  expect(page).toMatch(/▲ better <span class="quiet">than in other municipalities/);
  expect(page).toContain("Synthetic data – demonstration");
});

test("one with too few answers speaks through its group, and says so", () => {
  const page = municipalitySheet(release, "23", "lt");
  expect(page).toContain("Neringos sav.: savo skaičiams atsakė per mažai žmonių");
  expect(page).toContain("Pajūris");
  expect(municipalitySheet(release, "west", "lt")).toContain("<h1>Pajūris</h1>");
});

test("a page says how many indicators it has no room for", () => {
  const [first] = release.indicators;
  if (!first) throw new Error("The example has no indicator.");
  const more = Array.from({ length: 30 }, (_, i) => ({ ...first, id: `${first.id}-${i}` }));
  const measures = [
    ...release.measures,
    ...more.map(({ id }) => ({ ...release.measures[0]!, indicator: id, id })),
  ];
  const crossings = release.crossings.map((one) => ({
    ...one,
    cells: [...one.cells, ...more.map(() => one.cells[0]!)],
  }));
  const page = municipalitySheet(
    { ...release, indicators: [...release.indicators, ...more], measures, crossings },
    "13",
    "en",
  );
  expect(page).toContain("The first 22 stand here; the workbook holds the others.");
  expect(page.match(/<th scope="row">/g)).toHaveLength(22);
});

test("numbers are written as the language writes them", () => {
  expect(municipalitySheet(release, "13", "lt")).toMatch(/>40,2\u00a0%</);
  expect(municipalitySheet(release, "13", "en")).toMatch(/>40\.2%</);
});

test("names are text, whatever they hold", () => {
  const label = { lt: "<script>alert(1)</script>", en: '"><img src=x>' };
  const indicators = release.indicators.map((one) => ({ ...one, label }));
  const page = municipalitySheet({ ...release, indicators }, "13", "en");
  expect(page).not.toContain("<img");
  expect(page).not.toMatch(/<script|src=x>/);
});

test("a code that the release does not know is refused", () => {
  expect(() => municipalitySheet(release, "99", "en")).toThrow(RangeError);
});
