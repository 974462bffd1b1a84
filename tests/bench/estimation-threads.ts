// node tests/bench/estimation-threads.ts ROWS: means by municipality in this thread and in two; prints elapsed and CPU seconds.
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
const repeated = { alone: [] as Times[], together: [] as Times[] };
for (let i = 0; i < 9; i++) {
  repeated.alone.push(await timed(alone));
  repeated.together.push(await timed(together));
}
await threads.close();
const same = JSON.stringify(found) === JSON.stringify(expected);
console.log(
  JSON.stringify({
    first,
    firstInThreads,
    alone: least(repeated.alone),
    together: least(repeated.together),
    same,
  }),
);

async function elapsed<Result>(work: () => Result | Promise<Result>): Promise<[Result, number]> {
  const start = performance.now();
  const result = await work();
  return [result, (performance.now() - start) / 1000];
}

interface Times {
  readonly elapsed: number;
  readonly cpu: number;
}

/** CPU seconds of all threads. */
async function timed(work: () => unknown): Promise<Times> {
  const before = process.cpuUsage();
  const [, seconds] = await elapsed(work);
  const { user, system } = process.cpuUsage(before);
  return { elapsed: seconds, cpu: (user + system) / 1e6 };
}

function least(times: readonly Times[]): Times {
  return {
    elapsed: Math.min(...times.map((one) => one.elapsed)),
    cpu: Math.min(...times.map((one) => one.cpu)),
  };
}
