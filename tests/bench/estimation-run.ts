// node tests/bench/estimation-run.ts ROWS: every task once in a process of its own; prints the times and the memory.
import { makeProblem, timeTasks } from "./estimation-tasks.ts";
import { simulateRows } from "./simulated-rows.ts";

const mebibyte = 2 ** 20;
const rows = Number(process.argv[2] ?? 1_000_000);
const problem = makeProblem(simulateRows(rows));
const held = process.memoryUsage().rss / mebibyte;
const times = timeTasks(problem);
const peak = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ rows, times, held, peak }));
