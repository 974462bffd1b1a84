import { type Kit, postgresKit, sqliteKit } from "./kits.ts";

/** What happened during interviews, never what was answered; in a file of its own, so that it can neither slow nor endanger answers. */
function buildParadata(kit: Kit) {
  const batches = kit.table(
    "paradata_batches",
    {
      responseId: kit.text().notNull(),
      batch: kit.integer().notNull(),
      wave: kit.text().notNull(),
      instrument: kit.text().notNull(),
      /** YYYY-MM-DD (UTC). */
      receivedOn: kit.text().notNull(),
      /** JSON list of events. */
      events: kit.text().notNull(),
    },
    (t) => [
      kit.primaryKey({ name: "paradata_batches_pk", columns: [t.responseId, t.batch] }),
      kit.index("paradata_batches_wave").on(t.wave, t.responseId, t.batch),
    ],
  );
  return { batches };
}

export type ParadataTables = ReturnType<typeof buildParadata>;

export const sqliteParadata: ParadataTables = buildParadata(sqliteKit);
export const postgresParadata: ParadataTables = buildParadata(postgresKit);
