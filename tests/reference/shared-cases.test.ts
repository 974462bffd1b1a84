import { expect, test } from "vitest";
import { faultsOfR } from "./agreement-page.ts";
import { referenceFolder, whyAbsent } from "./reference-folder.ts";
import { runFolder } from "./run-folder.ts";
import { lastLine } from "./run-text.ts";

const folder = referenceFolder("statistics");

test.skipIf(folder === undefined)(
  `every shared case agrees with R, but for R's own faults${whyAbsent(folder)}`,
  async () => {
    const verdicts = await runFolder(folder ?? "");
    const failed = verdicts.filter(({ outcome, id }) => outcome === "failed" && !faultsOfR.has(id));
    expect(failed.map(({ id, reason, differences }) => ({ id, reason, differences }))).toEqual([]);
    expect(lastLine(verdicts)).toMatch(/ 0 skipped$/);
    expect(faultsOfR.size).toBeLessThanOrEqual(10);
  },
  300_000,
);
