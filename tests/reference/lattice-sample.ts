import type { Column, Dataset, Roster } from "@tiltas/analysis/dataset";
import { type Design, makeDesign } from "@tiltas/analysis/design";
import { calibrated, rake } from "@tiltas/analysis/weighting";
import { seeded } from "@tiltas/instrument/simulation";

/** A field of one person as both programs read it; "" was asked and not answered. */
export type Person = Readonly<Record<string, string>>;

/** Codes by variable, or "number". */
const variables: Readonly<Record<string, "number" | readonly (string | number)[]>> = {
  place: ["a", "b", "c", "d", "e", "f"],
  sex: ["female", "male"],
  ground: ["work", "family", "studies"],
  works: ["yes", "no"],
  searches: ["yes", "no"],
  life: "number",
  income: "number",
  speaks: [1, 2, 3, 4, 5],
  reads: [1, 2, 3, 4, 5],
  writes: [1, 2, 3, 4, 5],
  rated: ["good", "neither", "poor"],
  used1: [1, 0],
  used2: [1, 0],
  rate1a: [1, 2, 3, 4, 5],
  rate1b: [1, 2, 3, 4, 5],
  rate2a: [1, 2, 3, 4, 5],
  rate2b: [1, 2, 3, 4, 5],
  pay: "number",
  hours: "number",
  channel1: [1, 0],
  channel2: [1, 0],
  channel3: [1, 0],
  channel4: [1, 0],
  important1: [1, 2, 3, 4, 5],
  needed1: [1, 0],
  met1: [1, 0],
  important2: [1, 2, 3, 4, 5],
  needed2: [1, 0],
  met2: [1, 0],
  weeks: "number",
  there: ["yes", "no"],
  drawn: [1, 0],
  knows: ["yes", "no"],
};
const childVariables = { age: ["1-6", "7-16"], school: ["yes", "no"] };

const regionOf: Readonly<Record<string, string>> = {
  a: "north",
  b: "north",
  c: "north",
  d: "south",
  e: "south",
  f: "south",
};

/** Invented people of six places, drawn in two strata, and their children. */
export function inventSample(count: number, seed: number) {
  const random = seeded(seed, 1);
  const one = <Item>(items: readonly Item[]): Item => items[random.index(items.length)]!;
  const some = (share: number, value: string) => (random.chance(share) ? value : "");
  const people = Array.from({ length: count }, (): Person => {
    const place = one(["a", "a", "b", "c", "d", "e", "f"]);
    const works = some(0.95, random.chance(place < "d" ? 0.6 : 0.4) ? "yes" : "no");
    const drawn = random.chance(0.5);
    const service = (used: boolean) => (used ? String(1 + random.index(5)) : "");
    const used = [random.chance(0.6), random.chance(0.3)] as const;
    return {
      stratum: place < "c" ? "cities" : "districts",
      base: place < "c" ? "8" : "20",
      place,
      region: regionOf[place]!,
      sex: random.chance(0.55) ? "female" : "male",
      ground: some(0.97, one(["work", "work", "family", "studies"])),
      works,
      searches: works === "no" ? some(0.9, random.chance(0.3) ? "yes" : "no") : "",
      life: some(0.96, String(random.index(11))),
      income: some(0.8, (400 + (1600 * random.index(100000)) / 100000).toFixed(3)),
      ...Object.fromEntries(
        ["speaks", "reads", "writes"].map((item) => [item, some(0.9, String(1 + random.index(5)))]),
      ),
      rated: some(0.93, one(["good", "good", "neither", "poor"])),
      used1: used[0] ? "1" : "0",
      used2: used[1] ? "1" : "0",
      rate1a: service(used[0]),
      rate1b: service(used[0] && random.chance(0.9)),
      rate2a: service(used[1]),
      rate2b: service(used[1] && random.chance(0.9)),
      pay: some(0.7, String(500 + random.index(2000))),
      hours: some(0.9, String(10 + random.index(40))),
      ...Object.fromEntries(
        [0.2, 0.35, 0.3, 0.1].map((share, i) => [`channel${i + 1}`, random.chance(share) ? "1" : "0"]),
      ),
      ...Object.fromEntries(
        [1, 2].flatMap((need) => {
          const needed = random.chance(0.5);
          return [
            [`important${need}`, some(0.95, String(1 + random.index(5)))],
            [`needed${need}`, needed ? "1" : "0"],
            [`met${need}`, needed ? some(0.9, random.chance(0.6) ? "1" : "0") : ""],
          ];
        }),
      ),
      weeks: some(0.95, String(1 + random.index(30))),
      there: random.chance(0.75) ? "yes" : "no",
      drawn: drawn ? "1" : "0",
      chance: "0.5",
      knows: drawn ? some(0.9, random.chance(0.45) ? "yes" : "no") : "",
    };
  });
  const children = people.flatMap((_, i) =>
    Array.from({ length: random.index(3) }, () => ({
      respondent: String(i + 1),
      age: random.chance(0.6) ? "7-16" : "1-6",
      school: some(0.92, random.chance(0.85) ? "yes" : "no"),
    })),
  );
  return { people, children };
}

export function datasetOf({ people, children }: ReturnType<typeof inventSample>): Dataset {
  const roster: Roster = {
    rows: children.length,
    columns: columnsOf(childVariables, children),
    owner: Int32Array.from(children, ({ respondent }) => Number(respondent) - 1),
  };
  return {
    rows: people.length,
    columns: columnsOf(variables, people),
    rosters: new Map([["children", roster]]),
    chances: new Map([["drawn", Float64Array.from(people, ({ chance }) => Number(chance))]]),
    digest: "",
    exclusions: {},
  };
}

function columnsOf(of: typeof variables, rows: readonly Person[]): ReadonlyMap<string, Column> {
  return new Map(
    Object.entries(of).map(([name, codes]): [string, Column] => {
      const fields = rows.map((row) => row[name] ?? "");
      const variable = { name, item: name, labels: {} };
      const missing = Uint8Array.from(fields, (field) => (field === "" ? 3 : 0));
      if (codes === "number") {
        const values = Float64Array.from(fields, (field) => (field === "" ? Number.NaN : Number(field)));
        return [name, { variable: { ...variable, kind: "number", codes: [] }, values, missing }];
      }
      const values = Int16Array.from(fields, (field) => codes.findIndex((code) => String(code) === field));
      const coded = codes.map((code) => ({ code, labels: {} }));
      return [name, { variable: { ...variable, kind: "code", codes: coded }, values, missing }];
    }),
  );
}

/** Strata, base weights, and weights raked to sex and place. */
export function designOf(people: readonly Person[]): Design {
  const base = Float64Array.from(people, ({ base }) => Number(base));
  const drawn = makeDesign({
    weights: base,
    strata: people.map(({ stratum = "" }) => stratum),
    singlePsu: "adjust",
  });
  const cells = (name: string, levels: readonly string[]) =>
    Int32Array.from(people, (person) => levels.indexOf(person[name] ?? ""));
  const margin = (name: string, counts: Readonly<Record<string, number>>) => {
    const levels = Object.keys(counts);
    return { name, levels, counts: Float64Array.from(Object.values(counts)), cells: cells(name, levels) };
  };
  const margins = [
    margin("sex", { female: 5200, male: 4800 }),
    margin("place", { a: 2500, b: 1500, c: 2000, d: 1000, e: 1800, f: 1200 }),
  ];
  return calibrated(drawn, rake(base, margins, { tolerance: 1e-13 }));
}
