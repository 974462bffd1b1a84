import { type Crossing, crossingName, type Dimension, type DimensionId, Lattice } from "./lattice.ts";

/** A lattice that cannot be used, in a sentence that says what to change. */
export class LatticeError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "LatticeError";
  }
}

/**
 * Reads a lattice, such as `analysis/plan/lattice.json`.
 *
 * @throws LatticeError where it has another shape, or speaks of a dimension, code or group that it does not have
 */
export function readLattice(json: unknown): Lattice {
  const read = Lattice.safeParse(json);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new LatticeError(`The lattice cannot be read at "${issue?.path.join(".")}": ${issue?.message}.`);
  }
  const [objection] = objectionsTo(read.data);
  if (objection !== undefined) throw new LatticeError(objection);
  return read.data;
}

function* objectionsTo(lattice: Lattice): Generator<string> {
  const ids = lattice.dimensions.map(({ id }) => id);
  for (const id of repeated(ids)) yield `The lattice lists the dimension "${id}" twice. Leave one of them.`;
  for (const dimension of lattice.dimensions) yield* objectionsToCodes(dimension, lattice);
  for (const pair of lattice.pairs) yield* objectionsToPair(pair, lattice, new Set(ids));
  for (const name of repeated(lattice.pairs.map(inOrder)))
    yield `The lattice lists the pair "${name}" twice. Leave one of them.`;
}

function* objectionsToCodes({ id, codes }: Dimension, lattice: Lattice): Generator<string> {
  for (const code of repeated(codes.map(({ code }) => code)))
    yield `The dimension "${id}" has the code "${code}" twice. Leave one of them.`;
  for (const held of repeated(codes.flatMap(({ code, holds }) => (holds ?? [code]).map(String))))
    yield `The dimension "${id}" gathers the answer "${held}" twice. Let one code hold it.`;
  const groups = new Set(codesOf(lattice, "municipality-group"));
  for (const { code, group } of codes)
    if (group !== undefined && !groups.has(group))
      yield `"${code}" belongs to the group "${group}", which the lattice does not have. Add it to the dimension "municipality-group".`;
}

function* objectionsToPair(
  pair: Crossing,
  { refused }: Lattice,
  ids: ReadonlySet<DimensionId>,
): Generator<string> {
  const missing = pair.find((id) => !ids.has(id));
  if (missing !== undefined)
    yield `The pair "${crossingName(pair)}" names "${missing}", which is no dimension of the lattice. Add it, or take the pair out.`;
  if (pair[0] === pair[1]) yield `The pair "${crossingName(pair)}" crosses a dimension with itself.`;
  for (const { dimensions } of refused)
    if (dimensions.every((id) => pair.includes(id)))
      yield `The pair "${crossingName(pair)}" is among the refused. Take it out of one of the lists.`;
}

function codesOf({ dimensions }: Lattice, id: DimensionId): string[] {
  return dimensions.find((dimension) => dimension.id === id)?.codes.map(({ code }) => code) ?? [];
}

const inOrder = (pair: Crossing): string => crossingName([...pair].sort());

function repeated<Word extends string>(words: readonly Word[]): Word[] {
  return words.filter((word, i) => words.indexOf(word) !== i);
}
