import type { TextChange } from "../change.ts";
import { codeText, fromTo } from "./quoted.ts";
import type { Said } from "./said.ts";

export function describeText(change: TextChange): Said {
  switch (change.kind) {
    case "wording-changed":
    case "words-around-changed": {
      const where = placeOf(change);
      const texts = fromTo(change.from, change.to);
      return {
        en: `${where.en} (${change.language}) changed ${texts.en}.`,
        lt: `${where.lt} (${change.language}): ${texts.lt}.`,
      };
    }
    case "language-added":
      return {
        en: `The language ${change.language} was added (${change.texts} texts).`,
        lt: `Pridėta kalba ${change.language} (tekstų: ${change.texts}).`,
      };
    case "language-removed":
      return {
        en: `The language ${change.language} is gone (${change.texts} texts).`,
        lt: `Nebėra kalbos ${change.language} (tekstų: ${change.texts}).`,
      };
    default:
      return change satisfies never;
  }
}

type Worded = Extract<TextChange, { kind: "wording-changed" | "words-around-changed" }>;

function placeOf(change: Worded): Said {
  const { item, property, after, before } = change;
  const place = item === "" ? (after ?? before ?? "") : item;
  const what = place === "" ? property : `${place}.${property}`;
  if (change.kind === "words-around-changed" || change.code === undefined) return { en: what, lt: what };
  const code = codeText(change.code);
  return { en: `${item}, choice ${code}`, lt: `${item}, variantas ${code}` };
}
