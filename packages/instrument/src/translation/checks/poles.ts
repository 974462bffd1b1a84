import type { TranslationString } from "../status.ts";
import type { ListObjection } from "./lists.ts";

/** How the low end of usual scales begins, by language: agreement, satisfaction, frequency, quality, likelihood. */
const lowEnds: Readonly<Record<string, RegExp>> = {
  en: /(?:^|\s)(?:(?:strongly |rather |tend to |completely )?disagree|dissatisfied|unsatisfied|never|bad|poor|not at all|no|unlikely|unsafe)(?=$|[\s,.(])/,
  lt: /(?:^|\s)(?:nesutink|nepatenkint|niekada|blog|prast|visai ne|visiškai ne|ne(?=$|[\s,.(])|mažai tikėtin|nesaug)/,
  uk: /(?:^|\s)(?:не погоджу|не згод|незгод|незадоволен|ніколи|поган|зовсім не|ні(?=$|[\s,.(])|малоймовірно|небезпечн)/,
  ru: /(?:^|\s)(?:не соглас|несоглас|недовол|не удовлетвор|неудовлетвор|никогда|плох|совсем не|нет(?=$|[\s,.(])|маловероятно|небезопасн)/,
};

/**
 * A scale whose low end stands at one end of the list in the source and at the other in the translation: the codes then
 * mean the opposite. Seen where the words of both ends are usual ones.
 */
export function* turnedRound(
  list: readonly TranslationString[],
  source: string,
  language: string,
): Generator<ListObjection> {
  const [first, last] = [list[0], list.at(-1)];
  if (first === undefined || last === undefined || first === last) return;
  const original = lowEnd(first.unit.source, last.unit.source, source);
  const translated = lowEnd(first.text ?? "", last.text ?? "", language);
  if (original === undefined || translated === undefined || original === translated) return;
  yield {
    string: first,
    message: `The low end of this list stands ${original} in the source and ${translated} here: each code would mean the opposite.`,
  };
}

function lowEnd(first: string, last: string, language: string): "first" | "last" | undefined {
  const low = Object.hasOwn(lowEnds, language) ? lowEnds[language] : undefined;
  const [atFirst, atLast] = [first, last].map((text) => low?.test(text.slice(0, 300).toLowerCase()));
  if (atFirst === atLast) return undefined;
  return atFirst ? "first" : "last";
}
