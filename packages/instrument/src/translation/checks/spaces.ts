import type { TranslationCheck } from "./check.ts";

export const spaces: TranslationCheck = {
  id: "space",
  why: "A space at an end shifts the words on the screen and makes equal texts differ.",
  severity: "warning",
  *check({ source, target }) {
    if (/^\s/.test(target) && !/^\s/.test(source)) yield "There is a space before the first word.";
    if (/\s$/.test(target) && !/\s$/.test(source)) yield "There is a space after the last word.";
    if (/\S {2,}\S/.test(target) && !/\S {2,}\S/.test(source)) yield "There are two spaces in a row.";
  },
};
