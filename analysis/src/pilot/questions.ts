import type { Question } from "./evidence.ts";
import { type Figure, known, unknown } from "./figure.ts";
import type { PilotFigures } from "./figures.ts";
import type { ItemFigures } from "./item-figures.ts";
import type { PilotUnit } from "./units.ts";

type Asked = Pick<Question, "pooled" | "languages">;

/** What is asked of a unit from the figures of items. */
export function questionsOfItem(unit: PilotUnit, { items }: PilotFigures): Question[] {
  const own = items.filter((figures) => figures.unit === unit.name);
  const uniform = asked(own, "largestOption");
  // Of facts, such as having worked, most people being alike says something about them and not about the item.
  const isScale = unit.ordered && !unit.factual;
  const threshold = unit.sensitive ? "nonresponseSensitive" : "nonresponse";
  const sameForAll = alike(uniform);
  return [
    { rule: "nonresponse", threshold, side: "above", effect: "reword", ...asked(own, "nonresponse") },
    {
      rule: "nonresponse",
      threshold: unit.sensitive ? "nonresponse" : "nonresponseNote",
      side: "above",
      effect: "note",
      ...asked(own, "nonresponse"),
    },
    {
      rule: "slow",
      threshold: "timeTimesExpected",
      side: "above",
      effect: "reword",
      ...asked(own, "timeOfExpected"),
    },
    ...(isScale
      ? [{ rule: "alike", threshold: "alike", side: "above", effect: "drop", ...sameForAll } as const]
      : []),
    // Of facts that respondents are told apart by, such as citizenship, uniformity is no matter at all.
    ...(unit.factual
      ? []
      : [
          {
            rule: "one-option",
            threshold: "oneOption",
            side: "above",
            effect: isScale ? "change-options" : "note",
            ...uniform,
          } as const,
        ]),
  ];
}

function asked(own: readonly ItemFigures[], key: "nonresponse" | "largestOption" | "timeOfExpected"): Asked {
  const pooled = own.find(({ language }) => language === undefined)?.[key] ?? unknown("no-answers");
  const languages = own.flatMap(({ language, [key]: figure }): [string, Figure][] =>
    language === undefined ? [] : [[language, figure]],
  );
  return { pooled, languages: new Map(languages) };
}

/** So near to everybody an interval says little more than the number of respondents: the share alone decides. */
function alike({ pooled, languages }: Asked): Asked {
  const bare = (figure: Figure): Figure => (figure.known ? known(figure.value, figure.n) : figure);
  return {
    pooled: bare(pooled),
    languages: new Map([...languages].map(([name, figure]) => [name, bare(figure)])),
  };
}

/** What is asked of a unit as part of scales: does it run with the others, or against them? */
export function questionsOfScales({ name }: PilotUnit, { scales }: PilotFigures): Question[] {
  const own = scales.filter(({ itemRest }) => itemRest.has(name));
  return [...Map.groupBy(own, ({ scale }) => scale)].map(([scale, figures]): Question => {
    const pooled = figures.find(({ language }) => language === undefined)?.itemRest.get(name);
    const languages = figures.flatMap(({ language, itemRest }): [string, Figure][] =>
      language === undefined ? [] : [[language, itemRest.get(name) ?? unknown("no-answers")]],
    );
    return {
      rule: "item-rest",
      threshold: "itemRest",
      side: "below",
      effect: "reword",
      pooled: pooled ?? unknown("no-answers"),
      languages: new Map(languages),
      scale,
    };
  });
}
