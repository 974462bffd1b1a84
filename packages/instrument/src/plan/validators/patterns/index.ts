export { PatternJudge, type PatternVerdict, patternLimits } from "./danger.ts";
