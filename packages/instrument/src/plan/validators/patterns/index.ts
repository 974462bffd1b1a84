export { judgePattern, type PatternVerdict, patternLimits } from "./judge.ts";
