import { NotEstimableError } from "./not-estimable.ts";

/** Answers to several items: one number per respondent and item, NaN where there is no answer. */
export interface ItemAnswers {
  readonly names: readonly string[];
  /** By item, all of the same length. */
  readonly values: readonly Float64Array[];
}

/** Respondents who answered the same items of one group, by their sufficient statistics. */
export interface MomentBlock {
  readonly group: number;
  readonly respondents: number;
  /** Positions of the items that these respondents answered. */
  readonly observed: Int32Array;
  /** Means of the observed items. */
  readonly mean: Float64Array;
  /** Covariances with divisor n, row by row over the observed items. */
  readonly covariance: Float64Array;
}

export type MissingRule = "listwise" | "fiml";

/**
 * Gathers respondents into blocks of equal group and equal answered items.
 *
 * @param groupOf  by respondent 0 … groups-1; -1 for those in none, who are left out
 * @param missing  "listwise" keeps those who answered everything, "fiml" everyone who answered something
 */
export function momentBlocks(
  answers: ItemAnswers,
  groupOf: Int32Array | undefined,
  missing: MissingRule,
): MomentBlock[] {
  const rowsOf = new Map<string, number[]>();
  const rows = answers.values[0]?.length ?? 0;
  for (let row = 0; row < rows; row++) {
    const pattern = answers.values.map((column) => (Number.isNaN(column[row]!) ? "0" : "1")).join("");
    const group = groupOf?.[row] ?? 0;
    if (group < 0 || !pattern.includes("1") || (missing === "listwise" && pattern.includes("0"))) continue;
    const key = `${group}:${pattern}`;
    const block = rowsOf.get(key);
    if (block) block.push(row);
    else rowsOf.set(key, [row]);
  }
  return [...rowsOf].map(([key, members]) => blockOf(key, members, answers));
}

function blockOf(key: string, rows: readonly number[], answers: ItemAnswers): MomentBlock {
  const [group, pattern] = key.split(":") as [string, string];
  const observed = Int32Array.from([...pattern].flatMap((sign, item) => (sign === "1" ? [item] : [])));
  const columns = Array.from(observed, (item) => answers.values[item]!);
  const mean = Float64Array.from(columns, (column) => meanOf(column, rows));
  const size = observed.length;
  const covariance = new Float64Array(size * size);
  for (let i = 0; i < size; i++)
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (const row of rows) sum += (columns[i]![row]! - mean[i]!) * (columns[j]![row]! - mean[j]!);
      covariance[i * size + j] = sum / rows.length;
      covariance[j * size + i] = sum / rows.length;
    }
  return { group: Number(group), respondents: rows.length, observed, mean, covariance };
}

/** Mean around the first value, so that a constant comes out exactly. */
function meanOf(column: Float64Array, rows: readonly number[]): number {
  const shift = column[rows[0]!]!;
  let sum = 0;
  for (const row of rows) sum += column[row]! - shift;
  return shift + sum / rows.length;
}

/** @throws NotEstimableError where an item is constant or too few respondents remain in a group */
export function requireVariation(
  answers: ItemAnswers,
  blocks: readonly MomentBlock[],
  groupNames: readonly string[],
): void {
  groupNames.forEach((groupName, group) => {
    const own = blocks.filter((block) => block.group === group);
    const n = own.reduce((sum, block) => sum + block.respondents, 0);
    const place = groupNames.length > 1 ? ` in group "${groupName}"` : "";
    if (n <= answers.names.length)
      throw new NotEstimableError(
        n === 0 ? "everyone-missing" : "too-few-respondents",
        `Respondents with usable answers${place}: ${n}, for ${answers.names.length} items. A factor model needs more respondents than items; collect more answers or use fewer items.`,
      );
    answers.names.forEach((name, item) => {
      if (isConstant(item, own))
        throw new NotEstimableError(
          "constant-item",
          `Everyone${place} gave the same answer to "${name}", so nothing can be said of its relation to the other items. Leave the item out.`,
        );
    });
  });
}

/** @throws NotEstimableError where nobody of a group answered two of the items together: their covariance is unknown */
export function requireTogether(names: readonly string[], blocks: readonly MomentBlock[]): void {
  const together = new Uint8Array(names.length ** 2);
  for (const { observed } of blocks)
    for (const one of observed) for (const other of observed) together[one * names.length + other] = 1;
  const never = together.indexOf(0);
  if (never >= 0)
    throw new NotEstimableError(
      "dependent-items",
      `Nobody answered both "${names[Math.floor(never / names.length)]}" and "${names[never % names.length]}", so how they vary together is unknown. Analyse the parts of the questionnaire apart.`,
    );
}

/** The covariances of the items cannot be inverted. */
export function dependentItems(): NotEstimableError {
  return new NotEstimableError(
    "dependent-items",
    "The answers to some items follow exactly from the others, so that their covariances cannot be inverted. Leave out items that are sums or copies of others.",
  );
}

function isConstant(item: number, blocks: readonly MomentBlock[]): boolean {
  let first: number | undefined;
  for (const block of blocks) {
    const at = block.observed.indexOf(item);
    if (at < 0) continue;
    if (block.covariance[at * block.observed.length + at]! > 0) return false;
    first ??= block.mean[at]!;
    if (block.mean[at] !== first) return false;
  }
  return true;
}
