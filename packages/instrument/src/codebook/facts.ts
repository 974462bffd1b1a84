import type { CodebookVariable } from "./codebook.ts";
import { codebookWords, sayAsked } from "./words.ts";

/** What is to be known of a variable, name by name, in the order one reads it; what there is nothing to say of is left out. */
export function factsOf(variable: CodebookVariable, language: string): [name: string, value: string][] {
  const words = codebookWords(language);
  const { columns } = words;
  const { width, minimum, maximum, universe } = variable;
  const facts: [string, string | undefined][] = [
    [columns.kind, words.kinds[variable.kind]],
    [columns.level, words.levels[variable.level]],
    [
      columns.width,
      width.characters === undefined
        ? undefined
        : `${width.characters} (${columns.bytes.toLowerCase()}: ${width.bytes})`,
    ],
    [
      columns.range,
      minimum === undefined && maximum === undefined ? undefined : `${minimum ?? "…"}–${maximum ?? "…"}`,
    ],
    [columns.asked, language === "lt" ? universe.lt : universe.en],
    [columns.empty, variable.empty.map((reason) => words.empty[reason]).join("; ")],
    [columns.explainedBy, variable.explainedBy],
    [columns.concept, variable.concept],
    [columns.domain, variable.domain],
    [columns.role, variable.role],
    [columns.reversed, variable.reversed ? words.isReversed : undefined],
    [columns.randomOrder, variable.randomOrder ? words.isRandom : undefined],
    [columns.purpose, variable.purpose],
    [columns.dataClass, variable.dataClass],
    [columns.versions, variable.asked.map((asked) => sayAsked(asked, words)).join("; ")],
  ];
  return facts.filter((fact): fact is [string, string] => fact[1] !== undefined && fact[1] !== "");
}
