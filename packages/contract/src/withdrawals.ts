import { z } from "zod";
import { BareReceiptCode } from "./codes.ts";

/** `POST /api/receipts` and `POST /api/withdrawals`: whoever has the code may look, and may withdraw. No account. */
export const ReceiptQuery = z.strictObject({ code: BareReceiptCode });

/** What a receipt code shows: that the answers are there, never what they are. */
export const ReceiptView = z.strictObject({
  wave: z.string(),
  waveTitle: z.record(z.string(), z.string()),
  /** Day of arrival (UTC). */
  receivedOn: z.iso.date(),
  state: z.enum(["kept", "withdrawn"]),
});
export type ReceiptView = z.infer<typeof ReceiptView>;
