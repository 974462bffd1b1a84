import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { readCsv } from "@tiltas/formats/tables";
import { type MarginRow, Tendencies, type Tendency } from "@tiltas/instrument/simulation";
import { z } from "zod";
import type { PlannedWave } from "./waves.ts";

/** Figures that answers are bent to, each with the published figures it follows; all else is invented. */
const TendencyFile = z.strictObject({
  about: z.string(),
  items: z.record(
    z.string(),
    z.strictObject({
      tendency: z.unknown(),
      benchmarks: z.array(z.string()).exactOptional(),
      note: z.string().exactOptional(),
    }),
  ),
});

/** What the people of a wave are made from. */
export interface Making {
  /** Rows of the files to draw people from. */
  readonly people: readonly MarginRow[];
  /** Respondents by municipality; those not named follow the square root of the people there. */
  readonly places: Readonly<Record<string, number>>;
  readonly tendencies: Tendencies;
  /** The same of parts of lists, by `item.part`. */
  readonly entries: Readonly<Record<string, Tendency>>;
}

const read = (instrumentsFolder: string, name: string) => readFile(join(instrumentsFolder, name), "utf8");

export async function readMaking(
  instrumentsFolder: string,
  wave: Pick<PlannedWave, "people" | "places" | "tendencies">,
): Promise<Making> {
  const files = await Promise.all(wave.people.map((name) => read(instrumentsFolder, name)));
  const figures = await Promise.all(wave.tendencies.map((name) => read(instrumentsFolder, name)));
  const named = figures
    .flatMap((json) => Object.entries(TendencyFile.parse(JSON.parse(json)).items))
    .map(([name, { tendency }]) => [name, tendency] as const);
  const of = (parts: boolean) => named.filter(([name]) => name.includes(".") === parts);
  return {
    people: files.flatMap((csv) => readCsv(csv).rows),
    places: wave.places === undefined ? {} : placesIn(await read(instrumentsFolder, wave.places)),
    tendencies: Tendencies.parse({ items: Object.fromEntries(of(false)) }),
    entries: Tendencies.parse({ items: Object.fromEntries(of(true)) }).items,
  };
}

function placesIn(csv: string): Making["places"] {
  const { rows } = readCsv(csv);
  return Object.fromEntries(
    rows.map(({ municipality = "", respondents }) => [municipality, Number(respondents)]),
  );
}

/** The margins file with the margins that the wave's weights meet. */
export async function readMargins(
  instrumentsFolder: string,
  { margins }: Pick<PlannedWave, "margins">,
): Promise<string | null> {
  if (margins === null) return null;
  const [header, ...lines] = (await read(instrumentsFolder, "demonstration-margins.csv")).split("\n");
  const kept = lines.filter((line) => margins.includes(line.slice(0, line.indexOf(","))));
  return [header, ...kept, ""].join("\n");
}
