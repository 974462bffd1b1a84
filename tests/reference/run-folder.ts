import { CaseFolder } from "./case-folder.ts";
import { judge, type Verdict } from "./judge.ts";

/** Puts every case of a folder to our engine, one after the other. @throws Error where the folder holds no cases */
export async function runFolder(path: string): Promise<Verdict[]> {
  const folder = new CaseFolder(path);
  const verdicts: Verdict[] = [];
  for (const one of folder.cases()) verdicts.push(await judge(one, folder));
  return verdicts;
}

/** What the cases of one kind came to. */
export interface KindSummary {
  readonly kind: string;
  readonly cases: number;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly numbers: number;
  readonly worst: number;
}

export function byKind(verdicts: readonly Verdict[]): KindSummary[] {
  return [...Map.groupBy(verdicts, ({ kind }) => kind)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([kind, list]) => {
      const count = (outcome: Verdict["outcome"]) => list.filter((one) => one.outcome === outcome).length;
      return {
        kind,
        cases: list.length,
        passed: count("passed"),
        failed: count("failed"),
        skipped: count("skipped"),
        numbers: list.reduce((sum, one) => sum + one.numbers, 0),
        worst: Math.max(0, ...list.map(({ worst }) => worst)),
      };
    });
}
