import { expect, test } from "vitest";
import { returnPath } from "./return-path.ts";

test.each(["/waves", "/waves/autumn-2026", "/release?wave=autumn-2026"])(
  "after signing in one is back at %s",
  (path) => {
    expect(returnPath(path)).toBe(path);
  },
);

test.each([
  "https://elsewhere.example/",
  "//elsewhere.example/",
  "/\\elsewhere.example",
  "\\/elsewhere.example",
  "/\t/elsewhere.example",
  "javascript:alert(1)",
  "waves",
  "",
  undefined,
  42,
])("signing in never leads to another site (%j)", (path) => {
  expect(returnPath(path)).toBe("/");
});

test("signing in does not lead back to the door", () => {
  expect(returnPath("/sign-in?from=/waves")).toBe("/");
  expect(returnPath("/invitation")).toBe("/");
});
