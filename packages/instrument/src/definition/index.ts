export * from "./answers.ts";
export {
  type Comparison,
  type Condition,
  ConditionError,
  type Operand,
  parseCondition,
  type Reference,
  referredItem,
} from "./conditions/index.ts";
export * from "./instrument.ts";
export * from "./item.ts";
export * from "./manifest.ts";
export * from "./measures.ts";
export * from "./notice.ts";
export { type InstrumentFiles, readInstrument } from "./read.ts";
export { DefinitionError, type DefinitionFinding } from "./refusal.ts";
export { itemWithRole } from "./roles.ts";
