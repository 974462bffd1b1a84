import type { Kit } from "./kits.ts";
import { type Above, naming, ofWaveIn } from "./references.ts";

/** Withdrawals, reviews, what a look for signs of fabrication found, what is set aside, personal codes, tablets, cases, drafts on the move. */
export function buildFieldwork(kit: Kit, above: Above) {
  const ofWave = () => ofWaveIn(kit, above);
  const withdrawals = kit.table(
    "withdrawals",
    {
      responseId: kit.text().primaryKey(),
      ...ofWave(),
      /** HMAC of the receipt code, so that whoever withdrew can still see that it happened. */
      receipt: kit.text(),
      /** YYYY-MM-DD (UTC). */
      receivedOn: kit.text().notNull(),
      withdrawnOn: kit.text().notNull(),
    },
    (t) => [kit.index("withdrawals_receipt").on(t.receipt)],
  );
  const reviews = kit.table(
    "reviews",
    {
      sequence: kit.sequence(),
      ...ofWave(),
      responseId: kit.text().notNull(),
      revision: kit.integer().notNull(),
      state: kit.text().$type<"received" | "has-issues" | "approved" | "rejected">().notNull(),
      reason: kit.text().notNull(),
      by: kit.text().notNull(),
      at: kit.instant().notNull(),
    },
    (t) => [kit.index("reviews_response").on(t.wave, t.responseId)],
  );
  const lastLooks = kit.table("last_looks", {
    wave: kit
      .text()
      .primaryKey()
      .references(() => above.waves.id),
    study: naming(kit, () => above.studies.id),
    at: kit.instant().notNull(),
    /** JSON; names responses by their ids, and never anybody who withdrew. */
    found: kit.text().notNull(),
  });
  const setAsides = kit.table(
    "set_asides",
    {
      id: kit.text().primaryKey(),
      ...ofWave(),
      channel: kit.text(),
      from: kit.instant().notNull(),
      until: kit.instant().notNull(),
      reason: kit.text().notNull(),
      by: kit.text().notNull(),
      at: kit.instant().notNull(),
      /** When staff took it back; null while it holds. */
      liftedAt: kit.instant(),
    },
    (t) => [kit.index("set_asides_wave").on(t.wave)],
  );
  const codes = kit.table(
    "codes",
    {
      /** HMAC of the bare code under a key outside the database. */
      code: kit.text().primaryKey(),
      ...ofWave(),
      channel: kit.text(),
      /** Day of issue and, once it was used, of use: YYYY-MM-DD (UTC), so that nobody joins it to a response by time. */
      issuedOn: kit.text().notNull(),
      spentOn: kit.text(),
    },
    (t) => [kit.index("codes_wave").on(t.wave)],
  );
  const devices = kit.table(
    "devices",
    {
      id: kit.text().primaryKey(),
      ...ofWave(),
      label: kit.text().notNull(),
      purpose: kit.text().$type<"interviewer" | "kiosk">().notNull(),
      municipality: kit.text(),
      orderedBy: kit.text().notNull(),
      /** HMAC of the pairing code; null once it was used. */
      pairing: kit.text(),
      pairingUntil: kit.instant().notNull(),
      /** HMAC of the token; null until it is paired. */
      token: kit.text(),
      pairedAt: kit.instant(),
      /** Hour precision. */
      lastSeen: kit.instant(),
      revokedAt: kit.instant(),
      /** JSON of the last report. */
      report: kit.text(),
    },
    (t) => [kit.unique("devices_token").on(t.token), kit.unique("devices_pairing").on(t.pairing)],
  );
  const cases = kit.table(
    "cases",
    {
      id: kit.text().primaryKey(),
      ...ofWave(),
      number: kit.text().notNull(),
      municipality: kit.text(),
      language: kit.text(),
      /** The one tablet that works on it; null: every tablet of the municipality. */
      device: kit.text(),
      disposition: kit.text().notNull(),
    },
    (t) => [kit.unique("cases_number").on(t.wave, t.municipality, t.number)],
  );
  const resumes = kit.table(
    "resumes",
    {
      id: kit.text().primaryKey(),
      ...ofWave(),
      iv: kit.text().notNull(),
      ciphertext: kit.text().notNull(),
      until: kit.instant().notNull(),
      /** SHA-256 of what the device that took it calls itself; it alone may take it again, should the answer be lost on the way. */
      takenBy: kit.text(),
    },
    // Whatever stands behind a long text is slow to reach; the end of thousands of drafts is asked at every write.
    (t) => [kit.index("resumes_until").on(t.until)],
  );
  return { withdrawals, reviews, lastLooks, setAsides, codes, devices, cases, resumes };
}
