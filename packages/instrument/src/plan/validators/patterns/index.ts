export type { Patience } from "./ambiguity.ts";
export { freshPatience, judgePattern, type PatternVerdict, patternLimits } from "./judge.ts";
