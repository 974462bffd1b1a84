import { randomUUID } from "node:crypto";
import { registerExport } from "@tiltas/store/ledger";
import type { Reader } from "@tiltas/store/open";
import { CommandError } from "../terminal/index.ts";
import type { ExportOrder } from "./write-export.ts";

interface Holding {
  readonly data: string;
  readonly holder?: string;
  readonly purpose?: string;
  readonly until?: string;
}

/** Longest time for which files may be held, days; the same as for microdata that the console hands out. */
const longest = 366;

/**
 * Enters an export into the register of the data folder, which the console shows beside the microdata. Invented answers
 * need nobody to answer for them.
 *
 * @returns what has to be said of the files
 * @throws CommandError where people answered and nobody is named who holds their answers
 */
export async function register(
  reader: Pick<Reader, "countResponses">,
  { study, wave, previous }: Pick<ExportOrder, "study" | "wave" | "previous">,
  { data, holder = "", purpose = "", until = "" }: Holding,
): Promise<string> {
  if (study.synthetic) return "All of them are invented.";
  if (holder.trim() === "" || purpose.trim() === "" || !isWithinAYear(until))
    throw new CommandError(
      'These are answers of people, and the register says who holds them. Add --holder NAME, --purpose "what for" and --until DATE, a day within a year on which the files are deleted.',
    );
  const respondents =
    (await reader.countResponses(wave.id)) + (previous ? await reader.countResponses(previous.id) : 0);
  await registerExport(data, {
    ...{ id: randomUUID(), wave: wave.id, previousWave: previous?.id ?? null, respondents },
    ...{ holder: holder.trim(), purpose: purpose.trim(), expires: until, at: new Date().toISOString() },
  });
  return `These are personal data: keep them safe, and delete them by ${until}. The register of the wave names ${holder.trim()}.`;
}

function isWithinAYear(day: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(day) : Number.NaN;
  return time > Date.now() && time <= Date.now() + longest * 86_400_000;
}
