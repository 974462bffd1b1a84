export { learnStrings } from "./learn.ts";
