import { expect, test } from "vitest";
import { readBoundaries } from "./boundaries.ts";

const places = [
  { code: "13", names: ["Vilniaus miesto savivaldybė", "Vilnius City Municipality"] },
  { code: "06", names: ["Sixth"] },
];
const square = (x: number, y: number, size: number) => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
];
const file = (...features: [object, object][]) =>
  JSON.stringify({
    type: "FeatureCollection",
    features: features.map(([properties, geometry]) => ({ type: "Feature", properties, geometry })),
  });
const polygon = (...rings: number[][][]) => ({ type: "Polygon", coordinates: rings });

test("areas are found by code, also where it is written as a number, and drawn from the north-west", () => {
  const read = readBoundaries(
    file(
      [{ id: 1, KODAS: 13 }, polygon(square(0, 1_000, 1_000))],
      [{ id: 2, KODAS: "06" }, polygon(square(1_000, 0, 1_000))],
    ),
    places,
  );
  if (typeof read === "string") throw new Error(read);
  expect(read.height).toBe(1_000);
  expect(read.shapes.get("13")).toEqual({ path: "M0 500L500 500L500 0L0 0L0 500Z", middle: [250, 250] });
  expect([...read.shapes.keys()]).toEqual(["13", "06"]);
});

test("areas are found by name as well, and one place may have several parts", () => {
  const parts = { type: "MultiPolygon", coordinates: [[square(24, 54, 1)], [square(26, 54, 0.1)]] };
  const read = readBoundaries(file([{ NAME: "Vilnius City Municipality" }, parts]), places);
  if (typeof read === "string") throw new Error(read);
  expect(read.shapes.get("13")?.path.match(/M/g)).toHaveLength(2);
  expect(read.height, "a degree of longitude is shorter than one of latitude").toBeGreaterThan(600);
});

test.each([
  ["no JSON", "<kml>", "not-boundaries"],
  ["other JSON", "[1]", "not-boundaries"],
  ["lines instead of areas", file([{}, { type: "LineString", coordinates: [[0, 0]] }]), "not-boundaries"],
  ["areas of another country", file([{ id: "LV-RIX" }, polygon(square(0, 0, 1))]), "unknown-places"],
])("%s is told apart", (_, text, refusal) => expect(readBoundaries(text, places)).toBe(refusal));
