export { copyOf } from "./copying.ts";
export { comparablePair, dateOf } from "./dates.ts";
export { isEmptyValue } from "./emptiness.ts";
export { areEqualValues, type Equality } from "./equality.ts";
export { deepest, isPlainObject } from "./kinds.ts";
export { lookUp, missing } from "./lookup.ts";
export { asProduct, asSum, isNumber, recognisedNumber } from "./numbers.ts";
export { areLooselyEqual, isLess, isPrimitive, joined, numberOf, primitiveOf, textOf } from "./primitives.ts";
export { asRead } from "./reading.ts";
