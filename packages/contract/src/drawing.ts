import { DrawRule } from "@tiltas/instrument/definition";
import { z } from "zod";

const Item = z.string().min(1);
const Code = z.union([z.string(), z.number()]);

/**
 * `GET /api/instruments/:digest/drawing`: what chance and the application fill in, beside the questionnaire; the same
 * shape as `DrawingRules` of @tiltas/instrument/drawing.
 */
export const DrawingRules = z.strictObject({
  drawn: z.array(
    z.strictObject({
      item: Item,
      codes: z.array(Code),
      draw: DrawRule,
    }),
  ),
  given: z.array(
    z.strictObject({
      item: Item,
      field: z.enum(["mode", "form", "stage", "sample", "consents"]),
      codes: z.array(Code),
    }),
  ),
});
export type DrawingRules = z.infer<typeof DrawingRules>;
