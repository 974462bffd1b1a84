import { readFile } from "node:fs/promises";
import { z } from "zod";

/** A municipality of Lithuania, as in `instruments/municipalities.json`. */
const MunicipalityRow = z.object({
  code: z.string().regex(/^\d{2}$/),
  label: z.object({ lt: z.string(), en: z.string() }),
});
export type Municipality = z.infer<typeof MunicipalityRow>;

export async function readMunicipalities(path: string): Promise<readonly Municipality[]> {
  return z.array(MunicipalityRow).parse(JSON.parse(await readFile(path, "utf8")));
}
