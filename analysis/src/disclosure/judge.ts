import {
  type Crossing,
  crossingName,
  outsidePopulation,
  type Rung,
  type TableMeasure,
  type WorkingCrossing,
  type WorkingTables,
} from "../lattice/index.ts";
import { firstLook, type Standing } from "./first-look.ts";
import type { Policy } from "./policies.ts";
import {
  cellSystem,
  type MaskCache,
  protectLattice,
  type Standings,
  type Tally,
  Workings,
} from "./protection/index.ts";

/** What is to become of every figure under one policy. */
export interface Judged {
  readonly crossings: WorkingTables["crossings"];
  readonly standings: Standings;
  readonly tally: Tally;
}

/** Judges the same tables by one policy after the other: what one has proved serves the next. */
export class Judge {
  readonly #tables: WorkingTables;
  readonly #rungs: ReadonlyMap<string, Rung["stands"]>;
  readonly #workings = new Map<string, Workings>();

  constructor(tables: WorkingTables) {
    this.#tables = tables;
    this.#rungs = new Map(tables.ladder.map((rung) => [rung.municipality, rung.stands]));
  }

  /**
   * Judges each cell of the crossings that a policy allows.
   *
   * @param narrower  what a narrower circle is shown: whatever it may not see, nobody else may, or the two releases
   *   together would say what neither says alone
   */
  async judge(policy: Policy, narrower?: Judged, cache?: MaskCache): Promise<Judged> {
    const { crossings: all, measures } = this.#tables;
    const crossings = all.filter(({ crossing }) => mayBeCrossed(crossing, policy));
    const given = narrower ? standingsIn(narrower, crossings) : () => "shown" as const;
    const { standings, tally } = protectLattice(
      {
        first: crossings.map((table) => this.#firstLooks(table, policy)),
        workings: await this.#workingsOf(crossings),
        crossings,
        measures,
        isGiven: (...cell) => given(...cell) === "protected",
      },
      policy,
      cache,
    );
    return { crossings, standings, tally };
  }

  dispose(): void {
    for (const workings of this.#workings.values()) workings.dispose();
    this.#workings.clear();
  }

  #firstLooks({ crossing, domains, cells }: WorkingCrossing, policy: Policy): Standing[][] {
    return this.#tables.measures.map((measure, row) =>
      domains.map((codes, domain) =>
        speaksThroughGroup(crossing, codes, this.#rungs)
          ? "not-shown-here"
          : firstLook(cells[row]?.[domain] ?? null, strictFor(crossing, measure), policy),
      ),
    );
  }

  async #workingsOf(crossings: readonly WorkingCrossing[]): Promise<Workings> {
    const key = crossings.map(({ crossing }) => crossingName(crossing)).join("; ");
    const stands = (municipality: string) => this.#rungs.get(municipality) ?? "single";
    const found =
      this.#workings.get(key) ?? (await Workings.over(cellSystem(crossings, this.#tables.lattice, stands)));
    this.#workings.set(key, found);
    return found;
  }
}

/** Who stands outside the population is so easily known that everything about them counts as sensitive. */
function strictFor(crossing: Crossing, measure: TableMeasure): TableMeasure {
  return crossing.includes(outsidePopulation) ? { ...measure, sensitive: true } : measure;
}

/** Never more dimensions than the policy allows, and no pair it refuses. */
export const mayBeCrossed = (crossing: Crossing, { crossings }: Policy): boolean =>
  crossing.length <= crossings.most &&
  !crossings.refused.some((refused) => refused.every((dimension) => crossing.includes(dimension)));

function speaksThroughGroup(
  crossing: Crossing,
  codes: readonly string[],
  rungs: ReadonlyMap<string, Rung["stands"]>,
): boolean {
  const place = crossing.indexOf("municipality");
  return place >= 0 && rungs.get(codes[place] ?? "") === "group";
}

/** The standings of another judgement of the same tables, by the places of cells in this one. */
function standingsIn(other: Judged, crossings: WorkingTables["crossings"]) {
  const names = new Map(other.crossings.map(({ crossing }, place) => [crossingName(crossing), place]));
  const places = crossings.map(({ crossing }) => names.get(crossingName(crossing)));
  return (crossing: number, measure: number, domain: number): Standing | undefined =>
    other.standings[places[crossing] ?? -1]?.[measure]?.[domain];
}
