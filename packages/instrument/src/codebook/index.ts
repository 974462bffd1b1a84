export { type VariableDescription, variablesOf } from "./variables.ts";
