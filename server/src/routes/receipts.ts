import { ReceiptQuery, ReceiptView } from "@tiltas/contract/withdrawals";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import type { Withdrawals } from "../responses/withdrawals.ts";

/** What whoever holds a receipt code may ask. No session; the code travels in bodies only, never in an address. */
export function receiptRoutes({
  withdrawals,
}: {
  withdrawals: Pick<Withdrawals, "look" | "withdraw">;
}): FastifyPluginAsyncZod {
  const schema = { body: ReceiptQuery, response: { 200: ReceiptView } };
  return async (app) => {
    app.post("/api/receipts", { schema }, ({ body, ip }) => withdrawals.look(body.code, { address: ip }));
    app.post("/api/withdrawals", { schema }, ({ body, ip }) =>
      withdrawals.withdraw(body.code, { address: ip }),
    );
  };
}
