import type { PgColumn } from "drizzle-orm/pg-core";
import type { Kit } from "./kits.ts";

/** What most rows belong to. */
export interface Above {
  readonly studies: { readonly id: PgColumn };
  readonly waves: { readonly id: PgColumn };
}

/** A column that names a row of another table. */
export const naming = (kit: Kit, column: () => PgColumn) => kit.text().notNull().references(column);

/** The columns of a row that belongs to a wave, and by it to a study. */
export const ofWaveIn = (kit: Kit, { studies, waves }: Above) => ({
  study: naming(kit, () => studies.id),
  wave: naming(kit, () => waves.id),
});
