export { type Conduct, conductOf } from "./conduct.ts";
export { isExclusive, isMissingReason, setApart } from "./set-apart.ts";
