import { z } from "zod";

/** The people a survey is about. */
const People = z.strictObject({
  minimumAge: z.int(),
  euCitizens: z.enum(["in", "out"]),
  residence: z.enum(["declared", "actual", "permit"]),
});

/** A survey of organisations, such as municipalities; staff answer for them. */
const Organisations = z.strictObject({ unit: z.literal("organisation") });

/** `manifest.json` of an instrument version. */
export const InstrumentManifest = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{2,63}$/),
  version: z.string().regex(/^(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})$/),
  title: z.record(z.string(), z.string().min(1)),
  languages: z.array(z.string().min(2)).min(1),
  /** Who may answer, in words, by language. */
  universe: z.record(z.string(), z.string().min(1)),
  /** The machine-readable universe; margins must count the same people. */
  population: z.union([People, Organisations]),
  licence: z.string(),
});
export type InstrumentManifest = z.infer<typeof InstrumentManifest>;
