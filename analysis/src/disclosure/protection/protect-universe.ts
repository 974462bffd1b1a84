import type { TableMeasure } from "../../lattice/index.ts";
import type { Standing } from "../first-look.ts";
import type { Policy } from "../policies.ts";
import type { CellSystem } from "./cell-system.ts";
import { needsOfTrait, widthOfLeast, widthOfRespondents, widthOfWeights } from "./needs.ts";
import { Guard, type Means, type Prices } from "./proofs.ts";
import { leastOf, type MeasureNumbers } from "./quantities.ts";

/** A measure among those over the same people. */
export interface Member {
  readonly measure: TableMeasure;
  readonly numbers: MeasureNumbers;
  /** By cell of the system: what the rules for one cell alone say; a rest is never shown. */
  readonly standings: readonly Standing[];
  /** 1 for cells that a narrower circle may not see. */
  readonly given: Uint8Array;
}

/** What is hidden of one measure, by cell of the system: 1 hidden. */
export interface Mask {
  readonly hidden: Uint8Array;
  /** Cells hidden for the sake of others. */
  readonly complementary: readonly number[];
  /** Cells that the rules for one cell alone hide. */
  readonly primary: readonly number[];
  /** Needs that no hiding could meet: what a figure that may be shown says of each of its parts. */
  readonly implied: number;
}

/** One mask for all measures over the same people, and what single measures hide beyond it. */
export interface ProtectedUniverse {
  readonly shared: Mask;
  readonly own: readonly Mask[];
}

/**
 * Hides what must be hidden besides the cells that are protected by themselves: first for the numbers of people of
 * every measure together, then, measure by measure, for its trait.
 */
export function protectUniverse(
  members: readonly Member[],
  system: CellSystem,
  policy: Policy,
  means: Means,
): ProtectedUniverse {
  const primary = system.cells.flatMap((_, cell) =>
    members.some((member) => isTooFew(member, cell, system, policy)) ? [cell] : [],
  );
  const given = system.cells.flatMap((_, cell) => (isGivenToAll(members, cell) ? [cell] : []));
  const guard = new Guard(means, hiding([...primary, ...given], system), pricesOf(members, system));
  const least = leastOf(members.map(({ numbers }) => numbers));
  let implied = 0;
  for (const cell of primary) {
    if (members.length > 1) guard.open(widthOfLeast(cell, least, policy), least);
    for (const { numbers } of members) {
      const { respondents, weighted, present } = numbers;
      const isOpen =
        guard.open(widthOfRespondents(cell, numbers, policy), { quantity: respondents, present }) &&
        guard.open(widthOfWeights(cell, numbers, policy), { quantity: weighted, present });
      if (!isOpen) implied++;
    }
  }
  guard.showAgain(complementsOf(guard, [...primary, ...given], members));
  const shared = { ...maskOf(guard, primary), implied };
  return { shared, own: members.map((member) => ownMask(member, shared, system, policy, means)) };
}

/** The mask of a universe, and what a measure must hide beyond it so that its trait does not follow. */
function ownMask(member: Member, shared: Mask, system: CellSystem, policy: Policy, means: Means): Mask {
  const { numbers, measure, standings } = member;
  const { trait: quantity, present } = numbers;
  const own = standings.flatMap((standing, cell) =>
    standing === "protected" && shared.hidden[cell] !== 1 ? [cell] : [],
  );
  const hidden = Uint8Array.from(shared.hidden, (isHidden, cell) => isHidden | (member.given[cell] ?? 0));
  for (const cell of own) hidden[cell] = 1;
  const guard = new Guard(means, hidden, pricesOf([member], system));
  let implied = 0;
  if (quantity)
    for (const cell of [...shared.primary, ...own]) {
      const needs = needsOfTrait(cell, numbers, measure.sensitive, policy);
      if (!guard.meetOneOf(needs, { quantity, present })) implied++;
    }
  const kept = [...shared.primary, ...shared.complementary, ...own];
  guard.showAgain(complementsOf(guard, kept, [member]).filter((cell) => member.given[cell] !== 1));
  return { ...maskOf(guard, [...shared.primary, ...own]), implied };
}

/** Hidden by a narrower circle in every measure that would show it. */
function isGivenToAll(members: readonly Member[], cell: number): boolean {
  const concerned = members.filter(({ numbers }) => numbers.present[cell] === 1);
  return concerned.length > 0 && concerned.every(({ given }) => given[cell] === 1);
}

/** Too few people for one of the measures over them. Of a rest, the people are what is left of its group. */
function isTooFew(
  { measure, numbers, standings }: Member,
  cell: number,
  system: CellSystem,
  policy: Policy,
): boolean {
  if (numbers.present[cell] !== 1) return false;
  if (system.rests.has(cell)) {
    const people = numbers.respondents.values[cell] ?? 0;
    return people > 0 && people < leastOfRest(measure, policy);
  }
  return standings[cell] === "protected" && numbers.tooFew[cell] === 1;
}

/** One municipality of a rest may be any part of it, so the rest must be as large as an interval must be wide. */
function leastOfRest({ sensitive }: TableMeasure, { protect, interval }: Policy): number {
  return Math.max(sensitive ? protect.sensitiveBelow : protect.below, interval.least + interval.above);
}

function hiding(cells: readonly number[], system: CellSystem): Uint8Array {
  const hidden = new Uint8Array(system.cells.length);
  for (const cell of cells) hidden[cell] = 1;
  return hidden;
}

function maskOf({ hidden }: Guard, primary: readonly number[]): Omit<Mask, "implied"> {
  const own = new Set(primary);
  const complementary = [...hidden.keys()].filter((cell) => hidden[cell] === 1 && !own.has(cell));
  return { hidden, primary, complementary };
}

/** What would be a loss to readers, the largest first. */
function complementsOf({ hidden }: Guard, kept: readonly number[], members: readonly Member[]): number[] {
  const stay = new Set(kept);
  const size = (cell: number) => members[0]?.numbers.respondents.values[cell] ?? 0;
  return [...hidden.keys()]
    .filter((cell) => hidden[cell] === 1 && !stay.has(cell))
    .sort((a, b) => lossOf(b, members) - lossOf(a, members) || size(b) - size(a) || a - b);
}

const lossOf = (cell: number, members: readonly Member[]) =>
  members.filter(({ standings }) => standings[cell] === "shown").length;

/**
 * What nobody sees anyway costs next to nothing; an empty cell protects nobody; the country is hidden only when
 * nothing else helps.
 */
function pricesOf(members: readonly Member[], { cells, country }: CellSystem): Prices[] {
  const [first] = members;
  const people = first?.numbers.respondents.values ?? new Float64Array(cells.length);
  const all = people[country] ?? 0;
  const usual = Float64Array.from(cells, (_, cell) => {
    const isEmpty = members.every(({ numbers }) => (numbers.respondents.values[cell] ?? 0) === 0);
    if (isEmpty || cell === country) return Number.POSITIVE_INFINITY;
    return lossOf(cell, members) === 0 ? 0.6 : 1 + (100 * (people[cell] ?? 0)) / Math.max(1, all);
  });
  const last = usual.map((price, cell) => (cell === country ? priceOfCountry : price));
  return [usual, last];
}

const priceOfCountry = 10_000;
