import { z } from "zod";

const Measure = z.strictObject({
  concept: z.string().min(1),
  domain: z.string().min(1),
  role: z
    .enum([
      "municipality",
      "citizenship",
      "sex",
      "age",
      "residence-ground",
      "stratifier",
      "screener",
      "missing-reason",
    ])
    .exactOptional(),
  explains: z.string().exactOptional(),
  level: z.enum(["nominal", "ordinal", "interval", "ratio", "text"]),
  reversed: z.boolean().exactOptional(),
  missing: z.record(z.string(), z.enum(["refused", "dont-know"])).exactOptional(),
  outsideMargins: z.array(z.union([z.string(), z.number()])).exactOptional(),
  purpose: z.string().min(1),
  dataClass: z.enum(["ordinary", "sensitive", "special-category", "open-text"]),
});

/** `measures.json` of an instrument version: what every item measures, by item name, or by `item.part` where a part differs. */
export const Measures = z.strictObject({ items: z.record(z.string(), Measure) });
export type Measures = z.infer<typeof Measures>;
