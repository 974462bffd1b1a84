export { compareFigures, composeFigures, type FiguresFound } from "./compare-figures.ts";
export { type CompareTablesInput, compareTables } from "./compare-tables.ts";
export { type ComparedTwo, type CompareTwoInput, compareTwo, type NamedFigure } from "./compare-two.ts";
export { numbersOf, type StaffLanguage } from "./figure-words.ts";
export { withoutRefusedClaims } from "./refused-claims.ts";
export type { OtherWeights, Sensitivity } from "./sensitivity.ts";
export { alikeGroups, type ShownFigure } from "./told-apart.ts";
export type * from "./working-comparisons.ts";
