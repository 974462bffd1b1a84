export { type Answers, compileConditions, type Plan } from "./plan.ts";
