/** What the answers of each respondent amount to, by row. */
export interface Scored {
  /** 0 where routing or an older version left the question out. */
  readonly asked: Uint8Array;
  /** 1 where the answers suffice, of those who were asked. */
  readonly usable: Uint8Array;
  readonly values: Float64Array;
  /** 1 where the score rests on some, not all, items; null where it cannot. */
  readonly prorated: Uint8Array | null;
}

/** The scores of those of a universe (by row: 1): nobody else was asked, and who gave no usable answer has no score. */
export function scoredWithin(belongs: Uint8Array, { asked, usable, values, prorated }: Scored) {
  const within = {
    eligible: new Uint8Array(belongs.length),
    usable: new Uint8Array(belongs.length),
    values: new Float64Array(belongs.length),
    prorated: prorated && new Uint8Array(belongs.length),
  };
  for (let row = 0; row < belongs.length; row++) {
    const isEligible = belongs[row]! & asked[row]!;
    const isUsable = isEligible & usable[row]!;
    within.eligible[row] = isEligible;
    within.usable[row] = isUsable;
    within.values[row] = isUsable === 1 ? values[row]! : Number.NaN;
    if (within.prorated) within.prorated[row] = isUsable & prorated![row]!;
  }
  return within;
}

/** A score that is known, or was asked for and not answered, or was not asked for. */
export function scoredWhereKnown(values: Float64Array, unanswered: Uint16Array): Scored {
  const [asked, usable] = [new Uint8Array(values.length), new Uint8Array(values.length)];
  for (let row = 0; row < values.length; row++) {
    usable[row] = Number.isNaN(values[row]!) ? 0 : 1;
    asked[row] = usable[row] === 1 || unanswered[row]! > 0 ? 1 : 0;
  }
  return { asked, usable, values, prorated: null };
}
