export { type Answered, answeringSeconds, usualEntries } from "./answering.ts";
export { type Asked, minutesOf, optionsRead, secondsOf } from "./minutes.ts";
export { type Reader, readingSeconds, wordsIn } from "./reading.ts";
