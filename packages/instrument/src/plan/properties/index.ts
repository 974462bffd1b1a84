export { type CheckedProperties, checkProperties } from "./check.ts";
export { type Standing, standingOf } from "./standing.ts";
