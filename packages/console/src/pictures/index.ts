export { BarRows } from "./bar-rows.tsx";
export { type IntervalRow, IntervalRows } from "./interval-rows.tsx";
export { roundSteps, scaleOver, stepOf } from "./scale.ts";
