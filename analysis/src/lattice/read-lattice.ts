import {
  type Crossing,
  crossingName,
  type Dimension,
  type DimensionId,
  Lattice,
  outsidePopulation,
} from "./lattice.ts";

/** What to change in a lattice, in the languages of staff. */
export interface LatticeProblem {
  readonly lt: string;
  readonly en: string;
}

/** A lattice that cannot be used, in sentences that say what to change. */
export class LatticeError extends Error {
  readonly problems: readonly LatticeProblem[];
  constructor(problems: readonly LatticeProblem[]) {
    super(problems.map(({ en }) => en).join("\n"));
    this.name = "LatticeError";
    this.problems = problems;
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
    const at = issue?.path.join(".");
    throw new LatticeError([
      {
        lt: `Pjūvių tinklelio vieta „${at}“ nesuprantama: ${issue?.message}.`,
        en: `The lattice cannot be read at "${at}": ${issue?.message}.`,
      },
    ]);
  }
  const problems = [...objectionsTo(read.data)];
  if (problems.length > 0) throw new LatticeError(problems);
  return read.data;
}

function* objectionsTo(lattice: Lattice): Generator<LatticeProblem> {
  const ids = lattice.dimensions.map(({ id }) => id);
  for (const id of repeated(ids))
    yield {
      lt: `Požymis „${id}“ įrašytas du kartus. Palikite vieną.`,
      en: `The lattice lists the dimension "${id}" twice. Leave one of them.`,
    };
  for (const dimension of lattice.dimensions) yield* objectionsToCodes(dimension, lattice);
  for (const pair of lattice.pairs) yield* objectionsToPair(pair, lattice, new Set(ids));
  for (const name of repeated(lattice.pairs.map(inOrder)))
    yield {
      lt: `Požymių pora „${name}“ įrašyta du kartus. Palikite vieną.`,
      en: `The lattice lists the pair "${name}" twice. Leave one of them.`,
    };
}

function* objectionsToCodes({ id, codes }: Dimension, lattice: Lattice): Generator<LatticeProblem> {
  for (const code of repeated(codes.map(({ code }) => code)))
    yield {
      lt: `Požymis „${id}“ kodą „${code}“ turi du kartus. Palikite vieną.`,
      en: `The dimension "${id}" has the code "${code}" twice. Leave one of them.`,
    };
  for (const held of repeated(codes.flatMap(({ code, holds }) => (holds ?? [code]).map(String))))
    yield {
      lt: `Požymyje „${id}“ atsakymas „${held}“ priskirtas du kartus. Priskirkite jį vienam kodui.`,
      en: `The dimension "${id}" gathers the answer "${held}" twice. Let one code hold it.`,
    };
  const groups = new Set(codesOf(lattice, "municipality-group"));
  for (const { code, group } of codes)
    if (group !== undefined && !groups.has(group))
      yield {
        lt: `Kodas „${code}“ priklauso grupei „${group}“, kurios nėra. Įrašykite ją prie požymio „municipality-group“.`,
        en: `"${code}" belongs to the group "${group}", which the lattice does not have. Add it to the dimension "municipality-group".`,
      };
}

function* objectionsToPair(
  pair: Crossing,
  { refused }: Lattice,
  ids: ReadonlySet<DimensionId>,
): Generator<LatticeProblem> {
  const name = crossingName(pair);
  const missing = pair.find((id) => !ids.has(id));
  if (missing !== undefined)
    yield {
      lt: `Poroje „${name}“ yra „${missing}“, o tokio požymio nėra. Įrašykite jį arba porą pašalinkite.`,
      en: `The pair "${name}" names "${missing}", which is no dimension of the lattice. Add it, or take the pair out.`,
    };
  if (pair[0] === pair[1])
    yield {
      lt: `Poroje „${name}“ požymis kryžiuojamas su savimi. Pašalinkite ją.`,
      en: `The pair "${name}" crosses a dimension with itself.`,
    };
  if (pair.includes(outsidePopulation))
    yield {
      lt: `Pora „${name}“ dalija žmones, kurie nėra iš tiriamos visumos: jų per mažai. Pašalinkite ją.`,
      en: `The pair "${name}" divides people outside the population, who are too few for it. Take it out.`,
    };
  for (const { dimensions } of refused)
    if (dimensions.every((id) => pair.includes(id)))
      yield {
        lt: `Pora „${name}“ yra ir tarp neskelbiamų. Palikite ją tik viename sąraše.`,
        en: `The pair "${name}" is among the refused. Take it out of one of the lists.`,
      };
}

function codesOf({ dimensions }: Lattice, id: DimensionId): string[] {
  return dimensions.find((dimension) => dimension.id === id)?.codes.map(({ code }) => code) ?? [];
}

const inOrder = (pair: Crossing): string => crossingName([...pair].sort());

function repeated<Word extends string>(words: readonly Word[]): Word[] {
  return words.filter((word, i) => words.indexOf(word) !== i);
}
