export { BarRows } from "./bar-rows.tsx";
export { type IntervalRow, IntervalRows } from "./interval-rows.tsx";
export { roundSteps, type Scale, scaleOver, stepOf } from "./scale.ts";
