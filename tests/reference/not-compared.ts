/** Keys of `expected` that are not compared with ours, each with its reason. */
export const notCompared: ReadonlyMap<string, string> = new Map([
  ["r_message", "the words of R's error; that ours refuses too is compared"],
  ["r_warnings", "the words of R's warnings"],
  ["ci_note", "a remark for the reader on the degrees of freedom of the limits, which are compared"],
  ["note", "a remark for the reader"],
  ["method", "the title R prints above a test; its numbers are compared"],
  ["statistic_name", "the letter R prints before a statistic; its value is compared"],
  ["row_names", "labels of a matrix; its values are compared in their order"],
  ["col_names", "labels of a matrix; its values are compared in their order"],
]);

/** Places that are not compared in cases of one kind: the end of the path, and the reason. */
export const notComparedIn: readonly {
  readonly kinds: readonly string[];
  readonly key: string;
  readonly reason: string;
}[] = [
  {
    kinds: ["replicate", "replicate-weighting"],
    key: "dispersion",
    reason: "the field of a regression under replicates differs between versions of R's survey (README, 16)",
  },
];

export function isCompared(kind: string, key: string): boolean {
  return (
    !notCompared.has(key) && !notComparedIn.some((each) => each.kinds.includes(kind) && each.key === key)
  );
}
