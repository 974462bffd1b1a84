import { expect, test } from "vitest";
import { shortPlace } from "./short-place.ts";

test.each([
  ["Akmenės rajono savivaldybė", "Akmenės r."],
  ["Alytaus miesto savivaldybė", "Alytaus m."],
  ["Birštono savivaldybė", "Birštono"],
  ["Alytus City Municipality", "Alytus City"],
  ["Alytus District Municipality", "Alytus District"],
  ["Birštonas Municipality", "Birštonas"],
  ["not answered", "not answered"],
])("%s is %s in the picture", (name, short) => {
  expect(shortPlace(name)).toBe(short);
});
