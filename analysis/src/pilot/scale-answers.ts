import type { ItemAnswers } from "../psychometrics/index.ts";
import type { PilotScale } from "./input.ts";
import { type People, valuesOf } from "./people.ts";

/** Answers to the items of a scale by respondent, turned so that high means much; items that are not asked fall away. */
export function scaleAnswers({ items }: PilotScale, people: People): ItemAnswers {
  const found = items.flatMap((item) => {
    const unit = people.units.find(({ name }) => name === item.variable);
    if (unit?.variables.length !== 1) return [];
    const values = valuesOf(people, unit);
    const turned = item.reversed ? values.map((value) => item.minimum + item.maximum - value) : values;
    return [{ name: item.variable, values: turned }];
  });
  return { names: found.map(({ name }) => name), values: found.map(({ values }) => values) };
}

/** Respondents of a group who answered every item. */
export function completeWithin({ names, values }: ItemAnswers, within: Uint8Array): ItemAnswers {
  const rows = Array.from(within.keys()).filter(
    (row) => within[row] === 1 && values.every((column) => !Number.isNaN(column[row]!)),
  );
  return { names, values: values.map((column) => Float64Array.from(rows, (row) => column[row]!)) };
}

/** The same without some items. */
export function withoutItems({ names, values }: ItemAnswers, left: ReadonlySet<string>): ItemAnswers {
  const kept = Array.from(names.keys()).filter((i) => !left.has(names[i]!));
  return { names: kept.map((i) => names[i]!), values: kept.map((i) => values[i]!) };
}

/** By respondent: mean place of the answers on 0 to 1; NaN unless all items were answered. */
export function scaleScores({ items }: PilotScale, { names, values }: ItemAnswers): Float64Array {
  const ranges = new Map(items.map((item) => [item.variable, item]));
  return Float64Array.from(values[0] ?? [], (_, row) => {
    const places = names.map((name, i) => {
      const { minimum = 0, maximum = 1 } = ranges.get(name) ?? {};
      return (values[i]![row]! - minimum) / (maximum - minimum);
    });
    return places.reduce((sum, place) => sum + place, 0) / places.length;
  });
}
