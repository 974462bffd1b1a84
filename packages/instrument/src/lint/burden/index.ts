export { answeringSeconds } from "./answering.ts";
export { type Burden, burdenOf, type FormBurden, type RouteBurden } from "./burden.ts";
export { lix, sentencesIn } from "./lix.ts";
export { readingSeconds, wordsIn } from "./reading.ts";
