// node tests/bench/estimation-threads.ts ROWS: means by municipality in this thread and in two; prints elapsed seconds.
import { arrange, estimateMeanByDomain, openEstimationThreads } from "@tiltas/analysis/estimation";
import { simulatedDesign, simulatedMunicipalities } from "./estimation-tasks.ts";
import { measurementOf, simulateRows, sixtyVariables } from "./simulated-rows.ts";

const sample = simulateRows(Number(process.argv[2] ?? 1_000_000));
const variables = sixtyVariables.map((name) => measurementOf(sample, name));
const arrangement = arrange(simulatedDesign(sample), simulatedMunicipalities(sample));

const alone = () => estimateMeanByDomain(arrangement, variables);
const [expected, first] = await elapsed(alone);
const threads = openEstimationThreads(2);
const together = () => threads.estimate("mean", arrangement, variables);
const [found, firstInThreads] = await elapsed(together);
const repeated = { alone: [] as number[], together: [] as number[] };
for (let i = 0; i < 5; i++) {
  repeated.alone.push((await elapsed(alone))[1]);
  repeated.together.push((await elapsed(together))[1]);
}
await threads.close();
const same = JSON.stringify(found) === JSON.stringify(expected);
console.log(
  JSON.stringify({
    first,
    firstInThreads,
    alone: median(repeated.alone),
    together: median(repeated.together),
    same,
  }),
);

async function elapsed<Result>(work: () => Result | Promise<Result>): Promise<[Result, number]> {
  const start = performance.now();
  const result = await work();
  return [result, (performance.now() - start) / 1000];
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
