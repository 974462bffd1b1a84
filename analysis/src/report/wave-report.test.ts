import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { exampleWave } from "./example-wave.ts";
import { makeWaveReport } from "./index.ts";

const three = { "13": 120, "19": 60, "21": 7, "27": 30 };

test("a wave becomes a workbook with a summary, a sheet per domain of life, method and provenance", async () => {
  const report = await makeWaveReport(exampleWave({ respondents: three, weighted: true }));
  expect(report.respondents).toBe(217);
  const workbook = strFromU8(unzipSync(report.workbook)["xl/workbook.xml"]!);
  expect([...workbook.matchAll(/<sheet [^>]*name="([^"]+)"/g)].map(([, name]) => name)).toEqual([
    "Summary",
    "Employment",
    "Lithuanian language",
    "Belonging",
    "Method",
    "Provenance",
  ]);
});
