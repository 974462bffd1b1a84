import type { Policy } from "./policies.ts";

/** A place of a policy that protects people less than the policy it is held against. */
export interface Looser {
  readonly path: readonly string[];
  readonly sentence: { readonly lt: string; readonly en: string };
}

/** Thresholds by group: the larger the number, the better people are protected. */
const thresholds = (policy: Policy) => ({
  protect: { ...policy.protect },
  precision: { showFrom: policy.precision.showFrom, effectiveFrom: policy.precision.effectiveFrom },
  interval: { ...policy.interval },
  republish: { ...policy.republish },
  rounding: {
    counts: policy.rounding?.counts ?? 1,
    wholePercentBelow: policy.rounding?.wholePercentBelow ?? 1,
  },
});

/**
 * Where `given` protects people less than `standard`. What one person may change for a wave is how much more is
 * hidden; to hide less is a change of the standard itself, which others read first.
 */
export function looserThan(given: Policy, standard: Policy): readonly Looser[] {
  const least = thresholds(standard);
  const lowered = Object.entries(thresholds(given)).flatMap(([group, numbers]) =>
    Object.entries(numbers).flatMap(([name, value]): Looser[] => {
      const floor: number = (least[group as keyof typeof least] as Record<string, number>)[name]!;
      return value < floor ? [{ path: [group, name], sentence: tooLow(floor) }] : [];
    }),
  );
  return [...lowered, ...moreCrossings(given, standard)];
}

function moreCrossings({ crossings }: Policy, { crossings: standard }: Policy): Looser[] {
  const isRefused = (wanted: readonly string[]) =>
    crossings.refused.some((dimensions) => dimensions.every((id) => wanted.includes(id)));
  const opened = standard.refused.filter((dimensions) => !isRefused(dimensions));
  return [
    ...(crossings.most > standard.most
      ? [{ path: ["crossings", "most"], sentence: tooMany(standard.most) }]
      : []),
    ...opened.map((dimensions) => ({
      path: ["crossings", "refused"],
      sentence: mustStayRefused(dimensions.join(" × ")),
    })),
  ];
}

const tooLow = (floor: number) => ({
  lt: `Turi būti ne mažiau kaip ${String(floor).replace(".", ",")}: bangos planas gali žmones saugoti labiau už įprastą, bet ne mažiau.`,
  en: `This must be at least ${floor}: the plan of a wave may protect people more than the standard does, never less.`,
});

const tooMany = (most: number) => ({
  lt: `Turi būti ne daugiau kaip ${most}: bangos planas gali žmones saugoti labiau už įprastą, bet ne mažiau.`,
  en: `This must be at most ${most}: the plan of a wave may protect people more than the standard does, never less.`,
});

const mustStayRefused = (crossing: string) => ({
  lt: `Pjūvis ${crossing} neskelbiamas pagal įprastą planą; jis turi likti ir čia.`,
  en: `The standard refuses the cut ${crossing}; it must stay in this list, too.`,
});
