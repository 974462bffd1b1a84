import type { Lattice } from "./lattice.ts";
import type { Rung } from "./working-tables.ts";

/** Respondents of positive weight by code of a dimension, in the order of the lattice. */
export interface Counted {
  readonly municipalities: Int32Array;
  readonly groups: Int32Array;
  /** The same municipalities in the wave before; absent where there is none to pool with. */
  readonly before?: Int32Array;
}

/**
 * How far down each municipality comes: alone with enough answers, together with the wave before, or through its
 * group. A group with too few answers speaks for nobody. One that stood alone in the wave before is not put together
 * with it: what few people say in this wave would follow by subtraction.
 */
export function climb({ dimensions, ladder }: Lattice, counted: Counted): Rung[] {
  const groups = dimensions.find(({ id }) => id === "municipality-group")?.codes ?? [];
  const speaking = new Set(
    groups.filter((_, i) => counted.groups[i]! >= ladder.group).map(({ code }) => code),
  );
  const municipalities = dimensions.find(({ id }) => id === "municipality")?.codes ?? [];
  return municipalities.map(({ code, group }, i): Rung => {
    const respondents = counted.municipalities[i] ?? 0;
    const before = counted.before?.[i] ?? 0;
    const mayBePooled = counted.before !== undefined && respondents > 0 && before < ladder.single;
    return {
      municipality: code,
      group: group !== undefined && speaking.has(group) ? group : null,
      stands:
        respondents >= ladder.single
          ? "single"
          : mayBePooled && respondents + before >= ladder.pooled
            ? "pooled"
            : "group",
      respondents,
    };
  });
}
