import { type ItemAnswers, itemRestCorrelations } from "../psychometrics/index.ts";
import { type Figure, known, unknown } from "./figure.ts";
import { withoutItems } from "./scale-answers.ts";

/**
 * Item-rest correlations with 95 % intervals (Fisher's z). An item that clearly runs backwards is set aside before the
 * others are judged, or it would spoil their rest.
 *
 * @param answers complete answers of one group
 */
export function itemRestFigures(answers: ItemAnswers): ReadonlyMap<string, Figure> {
  const backwards = new Set<string>();
  const figures = new Map<string, Figure>();
  for (;;) {
    const left = withoutItems(answers, backwards);
    const lowest = judgeAll(left, figures);
    if (lowest === undefined || left.names.length <= 3) return figures;
    backwards.add(lowest);
  }
}

/** @returns the item that runs backwards most, if one does beyond chance */
function judgeAll(answers: ItemAnswers, figures: Map<string, Figure>): string | undefined {
  const found = itemRestCorrelations(answers);
  if (!found.estimable) {
    for (const name of answers.names)
      figures.set(name, unknown(found.reason, answers.values[0]?.length ?? 0));
    return undefined;
  }
  const n = found.respondents;
  answers.names.forEach((name, i) => {
    figures.set(name, correlationFigure(found.correlations[i]!, n));
  });
  const worst = answers.names.toSorted((a, b) => numberIn(figures.get(a)) - numberIn(figures.get(b)))[0];
  const figure = worst === undefined ? undefined : figures.get(worst);
  return figure?.known && (figure.high ?? 1) < 0 ? worst : undefined;
}

function numberIn(figure: Figure | undefined): number {
  return figure?.known ? figure.value : 1;
}

/** Pearson's r with Fisher's interval. */
export function correlationFigure(r: number, n: number): Figure {
  if (!(Math.abs(r) <= 1)) return unknown("constant-item", n);
  if (n < 4) return unknown("too-few", n, 4);
  const [z, reach] = [Math.atanh(r), 1.959964 / Math.sqrt(n - 3)];
  return known(r, n, Math.tanh(z - reach), Math.tanh(z + reach));
}
