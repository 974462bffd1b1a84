import { expect, test } from "vitest";
import { reachedFrom } from "./structure/reach.ts";

test("the thread that serves never loads survey-core: building a model costs more than serving a hundred responses", () => {
  const { files, libraries } = reachedFrom("server/src/main.ts");
  expect(files.size).toBeGreaterThan(100);
  expect(files).toContain("server/src/responses/intake.ts");
  expect([...libraries].filter(([name]) => /^survey-/.test(name))).toEqual([]);
});

test("the tool that looks for it finds it where it is", () => {
  const { libraries } = reachedFrom("packages/instrument/src/interview/index.ts");
  expect([...libraries.keys()]).toContain("survey-core");
});
