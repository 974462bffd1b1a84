import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { digest } from "../digest/index.ts";
import { readInstrument } from "./index.ts";

const folder = join(import.meta.dirname, "../../../../instruments/tcn-integration/0.1.0");

function parsed(file: string): unknown {
  return JSON.parse(readFileSync(join(folder, file), "utf8"));
}

test("a published version is read into the same pages and items for ever", () => {
  const { pages, items } = readInstrument({
    manifest: parsed("manifest.json"),
    questionnaire: parsed("questionnaire.json"),
    measures: parsed("measures.json"),
  });
  expect(digest(pages)).toBe("617846de1f99167f598a2ee35e01ca2aaaf1efbc33fa3e501a3fc1ad708a6d47");
  expect(digest(items)).toBe("e7232cd7632c57e36cb96529f425ee072ebe882a601b2c43b69b598dc00d3089");
});
