import type { Lattice, WorkingCell, WorkingTables } from "@tiltas/analysis/lattice";

/** Numbers that look like chance and are the same every time (mulberry32). */
export function chanceFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface Person {
  readonly group: string;
  readonly municipality: string;
  /** Empty: not said. */
  readonly sex: string;
  readonly age: string;
  readonly weight: number;
  /** Has the trait of each measure. */
  readonly traits: readonly boolean[];
}

export interface Population {
  readonly people: readonly Person[];
  readonly lattice: Lattice;
  readonly ladder: WorkingTables["ladder"];
  /** Groups with too few answers to have figures. */
  readonly silent: readonly string[];
}

const codesOf = (codes: readonly string[]) => codes.map((code) => ({ code, label: { lt: code, en: code } }));

/** 150 to 600 invented people, municipalities of very different sizes in two to four groups. */
export function population(seed: number): Population {
  const chance = chanceFrom(seed);
  const whole = (from: number, to: number) => from + Math.floor(chance() * (to - from + 1));
  const groups = Array.from({ length: whole(2, 4) }, (_, group) => `g${group}`);
  const places = groups.flatMap((group) =>
    Array.from({ length: whole(2, 5) }, (_, place) => ({
      code: `${group}m${place}`,
      group,
      size: chance() ** 3 + 0.01,
    })),
  );
  const ages = ["18", "30", "45", "60"].slice(0, whole(2, 4));
  const sizes = places.reduce((sum, { size }) => sum + size, 0);
  const shares = [0.5, 0.3, 0.03];
  const ends = places.map((_, place) => places.slice(0, place + 1).reduce((sum, { size }) => sum + size, 0));
  const pick = () => {
    const point = chance() * sizes;
    return places[ends.findIndex((end) => point < end)] ?? places[0]!;
  };
  const people = Array.from({ length: whole(150, 600) }, (): Person => {
    const { code, group } = pick();
    return {
      group,
      municipality: code,
      sex: chance() < 0.02 ? "" : chance() < 0.55 ? "women" : "men",
      age: ages[Math.floor(chance() ** 2 * ages.length)] ?? "18",
      weight: 10 + chance() * 60,
      traits: shares.map((share) => chance() < share),
    };
  });
  const count = (code: string) => people.filter(({ municipality }) => municipality === code).length;
  const ladderFrom = chance() < 0.5 ? 0 : 20;
  return {
    people,
    silent: silentGroups(people, groups, ladderFrom > 0 && seed % 2 === 0),
    lattice: {
      number: 1,
      dimensions: [
        { id: "municipality-group", label: { lt: "Grupė", en: "Group" }, codes: codesOf(groups) },
        {
          id: "municipality",
          label: { lt: "Savivaldybė", en: "Municipality" },
          codes: places.map(({ code, group }) => ({ code, group, label: { lt: code, en: code } })),
        },
        { id: "sex", label: { lt: "Lytis", en: "Sex" }, codes: codesOf(["women", "men"]) },
        { id: "age", label: { lt: "Amžius", en: "Age" }, codes: codesOf(ages) },
      ],
      pairs: [
        ["municipality-group", "sex"],
        ["municipality-group", "age"],
        ["sex", "age"],
      ],
      refused: [],
      ladder: { single: 20, pooled: 20, group: 100 },
    },
    ladder: places.map(({ code, group }) => ({
      municipality: code,
      group,
      stands: count(code) < ladderFrom ? "group" : "single",
      respondents: count(code),
    })),
  };
}

const measures: WorkingTables["measures"] = ["tst.01", "tst.02", "tst.03"].map((id, place) => ({
  id,
  indicator: id,
  part: null,
  universe: "everyone",
  lowest: "municipality",
  sensitive: place === 2,
}));

/** Every second population in which municipalities with few answers do not stand alone has such groups, too. */
function silentGroups(people: readonly Person[], groups: readonly string[], isStrict: boolean): string[] {
  const least = isStrict ? 90 : 0;
  return groups.filter((code) => people.filter(({ group }) => group === code).length < least);
}

/** What estimation hands to disclosure control: nothing of groups with too few answers. */
export function withoutSilentGroups(tables: WorkingTables, { silent }: Population): WorkingTables {
  return {
    ...tables,
    crossings: tables.crossings.map(({ crossing, domains, cells }) => {
      const at = crossing.indexOf("municipality-group");
      const isSilent = domains.map((codes) => at >= 0 && silent.includes(codes[at] ?? ""));
      return {
        crossing,
        domains,
        cells: cells.map((row) => row.map((cell, domain) => (isSilent[domain] ? null : cell))),
      };
    }),
  };
}

/** Working estimates of a population over its lattice, all of them: proportions, each with its weighted people. */
export function tablesOf({
  people,
  lattice,
  ladder,
}: Pick<Population, "people" | "lattice" | "ladder">): WorkingTables {
  const dimensions = lattice.dimensions.map(({ id }) => id);
  const crossings = [[], ...dimensions.map((id) => [id]), ...lattice.pairs.map((pair) => [...pair])];
  return {
    wave: "made",
    lattice,
    measures,
    ladder,
    crossings: crossings.map((crossing) => {
      const domains = crossing.reduce<string[][]>(
        (all, id) => {
          const codes = lattice.dimensions.find((one) => one.id === id)?.codes ?? [];
          return all.flatMap((before) => codes.map(({ code }) => [...before, code]));
        },
        [[]],
      );
      const held = new Map(domains.map((codes) => [codes.join(), [] as Person[]]));
      for (const person of people) held.get(crossing.map((id) => codeOf(person, id)).join())?.push(person);
      return {
        crossing,
        domains,
        cells: measures.map((_, measure) =>
          domains.map((codes) => cellOf(held.get(codes.join()) ?? [], measure)),
        ),
      };
    }),
  };
}

function codeOf(person: Person, dimension: string): string {
  if (dimension === "municipality-group") return person.group;
  if (dimension === "municipality") return person.municipality;
  return dimension === "sex" ? person.sex : person.age;
}

function cellOf(people: readonly Person[], measure: number): WorkingCell {
  const having = people.filter(({ traits }) => traits[measure]);
  const weigh = (some: readonly Person[]) => some.reduce((sum, { weight }) => sum + weight, 0);
  const weightedBase = weigh(people);
  const value = people.length === 0 ? null : weigh(having) / weightedBase;
  return {
    estimate: {
      value,
      standardError: value === null ? null : 0.4 / Math.sqrt(people.length),
      interval: value === null ? null : { low: value / 2, high: value / 2 + 0.5, method: "logit" },
      degreesOfFreedom: 500,
      respondents: people.length,
      effectiveRespondents: people.length / 1.2,
      designEffect: 1.2,
      itemNonresponse: 0,
    },
    eligible: people.length,
    prorated: null,
    base: people.length,
    households: people.length,
    weightedBase,
    numerator: having.length,
  };
}
