import type { ReportTask } from "../src/reports/task.ts";

/** Stands in for the worker that makes workbooks: the wave's name says what goes wrong. */
export default async function badWorker({ task }: { task: ReportTask }): Promise<unknown> {
  if (task.wave === "crash") process.exit(7);
  while (task.wave === "endless") Math.sqrt(2);
  if (task.wave === "hungry") {
    const held: number[][] = [];
    while (true) held.push(new Array(1_000_000).fill(held.length));
  }
  return { state: "finished", respondents: 1 };
}
