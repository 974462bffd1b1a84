export { type Burden, burdenOf, type FormBurden, type RouteBurden } from "./burden.ts";
export { lix, sentencesIn } from "./lix.ts";
