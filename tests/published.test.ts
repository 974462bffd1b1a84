import { join } from "node:path";
import { checkPublished, publishedDigests } from "@tiltas/store/folders";
import { expect, test } from "vitest";

const instruments = join(import.meta.dirname, "../instruments");

test("every published instrument version is as it was when it was published", () => {
  expect(publishedDigests(instruments).size).toBeGreaterThan(0);
  expect(checkPublished(instruments)).toEqual([]);
});
