export { hash } from "./chance.ts";
export { type Answers, conditionOf, type Holds, namesReadBy } from "./condition.ts";
export { type Drawing, drawingOf } from "./drawing.ts";
export type { Given, GivenAnswers } from "./given.ts";
export { type DrawingRules, type DrawnItem, drawingRulesOf, type GivenItem } from "./rules.ts";
