export { type Answered, answeringSeconds, usualEntries } from "./answering.ts";
export { type Burden, burdenOf, type FormBurden, type RouteBurden } from "./burden.ts";
export { lix, sentencesIn } from "./lix.ts";
export { type Reader, readingSeconds, wordsIn } from "./reading.ts";
