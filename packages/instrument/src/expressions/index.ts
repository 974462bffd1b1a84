export type { Host, Reading, Reference, Step } from "./host.ts";
export {
  areEqualValues,
  copyOf,
  type Equality,
  isEmptyValue,
  isNumber,
  recognisedNumber,
} from "./values/index.ts";
