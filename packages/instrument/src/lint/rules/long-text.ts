import { isKindOf, isQuestion } from "../../definition/index.ts";
import type { Rule } from "../rule.ts";
import { plainText, quoted, type Wording, wordingsOf } from "../wordings.ts";

/**
 * Most characters that fit a phone at a glance, by what the text is: about 40 characters stand on a line of 360 px at
 * 18 px, so a title of 240 is six lines. Our measure.
 */
const most = { title: 240, description: 400, option: 120, html: 1200 } as const;

/** Texts that a phone shows only in part. */
export const longText: Rule = {
  id: "long-text",
  severity: "advice",
  reason: {
    en: "Many answer on a phone; what does not fit the screen with its options is skimmed, and long questions are answered worse.",
    lt: "Daugelis atsako telefone; kas kartu su variantais netelpa ekrane, perbėgama akimis, o į ilgus klausimus atsakoma prasčiau.",
  },
  *check(subject) {
    for (const wording of wordingsOf(subject)) {
      const limit = limitOf(wording);
      const length =
        limit === undefined ? 0 : [...plainText(wording.text).replace(/\s+/g, " ").trim()].length;
      if (limit === undefined || length <= limit) continue;
      yield {
        path: wording.path,
        says: {
          en: [
            `${length} characters do not fit a phone with what belongs to them (at most ${limit}): ${quoted(wording.text)}`,
            "Say it shorter, or move a part into the description or onto a page of its own.",
          ],
          lt: [
            `${length} ženklų kartu su tuo, kas jiems priklauso, telefone netelpa (daugiausia ${limit}): ${quoted(wording.text, "lt")}`,
            "Pasakykite trumpiau arba dalį perkelkite į aprašą ar atskirą puslapį.",
          ],
        },
      };
    }
  },
};

function limitOf({ node, property }: Wording): number | undefined {
  if (property === "html") return most.html;
  if (property === "description") return most.description;
  if (property === "text" && isKindOf(node.type, "itemvalue")) return most.option;
  return property === "title" && isQuestion(node) ? most.title : undefined;
}
