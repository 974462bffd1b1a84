import { given, type Item, stringGiven } from "../../definition/index.ts";
import { itemsByName } from "../expressions.ts";
import { contradicts, Demands } from "../routing/demands.ts";
import type { Objection, Rule } from "../rule.ts";
import type { Subject } from "../subject.ts";

/** Items whose conditions cannot hold together: those of page, panel and item, and of the items they wait for. */
export const unreachable: Rule = {
  id: "unreachable",
  severity: "error",
  reason: {
    en: "An item whose conditions exclude one another is asked of nobody; its column stays empty and the reason is found after fieldwork.",
    lt: "Klausimo, kurio sąlygos viena kitą paneigia, niekas nepaklausiamas; jo stulpelis lieka tuščias, o priežastis randama po lauko darbų.",
  },
  *check(subject) {
    const byName = itemsByName(subject.items);
    const written = writtenByOthers(subject);
    for (const item of subject.items) {
      if (item.conditions.length === 0) continue;
      const reason = contradictionOf(item, byName, written, clearsAtOnce(subject));
      if (reason !== undefined) yield objection(item, reason);
    }
  },
};

/** While answers to hidden items stay for a time, only the item's own conditions are sure. */
function clearsAtOnce({ questionnaire, outline }: Subject): boolean {
  const clearing = questionnaire === undefined ? undefined : given(outline.survey, "clearInvisibleValues");
  return clearing === "onHidden" || clearing === "onHiddenContainer";
}

/** Items that get answers without being asked: by triggers, expressions or beforehand. */
function writtenByOthers({ outline }: Subject): ReadonlySet<string> {
  const names = outline.nodes.flatMap((node) => {
    const target = stringGiven(node, "setToName");
    const own = ["defaultValue", "defaultValueExpression", "setValueExpression"].some(
      (name) => given(node, name) !== undefined,
    );
    return [...(target ? [target] : []), ...(own && node.name ? [node.name] : [])];
  });
  return new Set(names.map((name) => name.toLowerCase()));
}

/** How many items back the chain of conditions is followed. */
const mostItems = 50;

/** The item whose answer is asked for in ways that exclude one another; "" where a condition is plainly false. */
function contradictionOf(
  item: Item,
  byName: ReadonlyMap<string, Item>,
  written: ReadonlySet<string>,
  isChained: boolean,
): string | undefined {
  const demands = new Demands(byName);
  const followed = new Set<Item>();
  const follow = (asked: Item): void => {
    followed.add(asked);
    for (const condition of asked.conditions) demands.add(condition);
  };
  const waitsFor = () =>
    [...demands.byItem].find(
      ([other, { isAnswered, holds }]) =>
        (isAnswered || holds.size > 0) && !followed.has(other) && !written.has(other.name.toLowerCase()),
    )?.[0];
  follow(item);
  for (let next = waitsFor(); isChained && next && followed.size < mostItems; next = waitsFor()) follow(next);
  if (demands.isNever) return "";
  return [...demands.byItem.values()].find(contradicts)?.item.name;
}

function objection({ name, path, conditions }: Item, reason: string): Objection {
  const own = conditions.map((condition) => `“${condition}”`).join(", ");
  return {
    path,
    says: {
      en: [
        reason === ""
          ? `${name} is never asked: a condition on its way is false (${own}).`
          : `${name} is never asked: its conditions, and those of the items they wait for, ask of ${reason} what excludes itself (${own}).`,
        "Correct the conditions of item, panel or page, or remove the item.",
      ],
      lt: [
        reason === ""
          ? `${name} niekada neklausiama: viena iš sąlygų klaidinga (${own}).`
          : `${name} niekada neklausiama: jo ir klausimų, kurių jis laukia, sąlygos apie ${reason} viena kitą paneigia (${own}).`,
        "Pataisykite klausimo, skydelio ar puslapio sąlygas arba klausimą pašalinkite.",
      ],
    },
  };
}
