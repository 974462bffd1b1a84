import { z } from "zod";

const Code = z.union([z.string(), z.number()]);

/** How the options of a drawn item are drawn; what the parts mean is said at `Draw`. */
export const DrawRule = z.strictObject({
  from: z.string().min(1).exactOptional(),
  size: z.union([z.int().min(1), z.record(z.string(), z.union([z.int().min(1), z.literal("all")]))]),
  by: z.string().min(1).exactOptional(),
  eligible: z.record(z.string(), z.string().min(1)).exactOptional(),
  shares: z.record(z.string(), z.number().positive()).exactOptional(),
});

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
      "actual-municipality",
      "network-size",
      "venue-visits",
      "given",
      "drawn",
    ])
    .exactOptional(),
  explains: z.string().exactOptional(),
  given: z.enum(["mode", "form", "stage", "sample", "consents"]).exactOptional(),
  draw: DrawRule.exactOptional(),
  level: z.enum(["nominal", "ordinal", "interval", "ratio", "text"]),
  reversed: z.boolean().exactOptional(),
  missing: z.record(z.string(), z.enum(["refused", "dont-know"])).exactOptional(),
  outsideMargins: z.array(Code).exactOptional(),
  outsidePopulation: z.array(Code).exactOptional(),
  sameAs: z.strictObject({ code: Code, item: z.string().min(1) }).exactOptional(),
  selfOnly: z.boolean().exactOptional(),
  purpose: z.string().min(1),
  dataClass: z.enum(["ordinary", "sensitive", "special-category", "open-text"]),
});

/** `measures.json` of an instrument version: what every item measures, by item name, or by `item.part` where a part differs. */
export const Measures = z.strictObject({ items: z.record(z.string(), Measure) });
export type Measures = z.infer<typeof Measures>;
