import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { exampleWave } from "./example-wave.ts";
import { makeWaveReport } from "./index.ts";

const respondents = { "13": 120, "19": 60, "21": 7, "27": 30, "29": 45 };

describe("same inputs, same bytes", () => {
  test("twice", async () => {
    const [one, two] = [
      await digestOf(exampleWave({ respondents, weighted: true })),
      await digestOf(exampleWave({ respondents, weighted: true })),
    ];
    expect(one).toBe(two);
  });

  test("in time zones far east and far west", async () => {
    const here = await digestOf(exampleWave({ respondents, weighted: true, language: "lt" }));
    const script = `
      const { exampleWave } = await import(${JSON.stringify(new URL("./example-wave.ts", import.meta.url).href)});
      const { makeWaveReport } = await import(${JSON.stringify(new URL("./index.ts", import.meta.url).href)});
      const { createHash } = await import("node:crypto");
      const { workbook } = await makeWaveReport(exampleWave(${JSON.stringify({ respondents, weighted: true, language: "lt" })}));
      process.stdout.write(createHash("sha256").update(workbook).digest("hex"));`;
    for (const TZ of ["Pacific/Kiritimati", "America/Los_Angeles"]) {
      const child = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
        env: { ...process.env, TZ, LC_ALL: "C" },
        encoding: "utf8",
      });
      expect([child.stdout, child.status]).toEqual([here, 0]);
    }
  });

  async function digestOf(input: ReturnType<typeof exampleWave>): Promise<string> {
    return createHash("sha256")
      .update((await makeWaveReport(input)).workbook)
      .digest("hex");
  }
});
