import { surplus, type TranslationCheck, tally } from "./check.ts";

export const tags: TranslationCheck = {
  id: "tag",
  why: "A tag that is lost or not closed changes how everything after it looks.",
  severity: "error",
  *check({ source, target }) {
    const [wanted, found] = [tagsIn(source), tagsIn(target)].map((all) => tally(all));
    if (!wanted || !found) return;
    for (const one of surplus(wanted, found)) yield `The tag ${one} is missing.`;
    for (const one of surplus(found, wanted)) yield `The tag ${one} is not in the source.`;
  },
};

function tagsIn(text: string): string[] {
  return (text.match(/<\/?[a-zA-Z][^<>]*>/g) ?? []).map((tag) =>
    tag.replace(/^(<\/?[a-zA-Z0-9]+).*$/s, "$1>").toLowerCase(),
  );
}
