import { proofHeader } from "@tiltas/contract/problems";
import { Receipt } from "@tiltas/contract/responses";
import type { FastifyRequest } from "fastify";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { senderOf } from "../devices/bearer.ts";
import type { Devices } from "../devices/devices.ts";
import { sealedRoom } from "../door/json-body.ts";
import { refuseWithoutConsent } from "../responses/consent.ts";
import type { Intake } from "../responses/intake.ts";
import type { SealingKeys } from "../responses/keys.ts";
import { isSealed, openSealed, sealedEnvelope } from "../responses/open-sealed.ts";
import type { Bursts } from "../responses/proof.ts";
import { ReadUpload } from "../responses/read-upload.ts";

/** What a tablet brings after it was revoked is taken, and waits for somebody to look at it. */
const lockedOut = [{ path: "/device", reason: "device-unknown" }];

/** Where responses arrive, sealed or in clear: opened first, then one way for both. */
export function responseRoutes(needs: {
  intake: Pick<Intake, "receive">;
  keys: SealingKeys;
  bursts: Bursts;
  devices: Devices;
}): FastifyPluginAsyncZod {
  const { intake, keys, bursts, devices } = needs;
  const open = async (request: FastifyRequest) => {
    if (isSealed(request.body)) request.body = openSealed(keys, sealedEnvelope(request.body));
    refuseWithoutConsent(request.body);
  };
  return async (app) => {
    app.post(
      "/api/responses",
      {
        bodyLimit: sealedRoom.bytes,
        config: { takesSealed: true },
        preValidation: (request) => open(request as FastifyRequest),
        schema: { body: ReadUpload, response: { 200: Receipt, 201: Receipt } },
      },
      async (request, reply) => {
        const { body, headers } = request;
        const sender = await senderOf(request, devices);
        const receive = () => intake.receive(body, undefined, sender === "locked-out" ? lockedOut : []);
        const sent = {
          proof: headers[proofHeader]?.toString(),
          // A body that does not say how long it is counts as the longest.
          bytes: Number(headers["content-length"] ?? sealedRoom.bytes),
        };
        const receipt = await (sender === "paired" ? receive() : bursts.admit(body, sent, receive));
        return reply.status(receipt.outcome === "stored" ? 201 : 200).send(receipt);
      },
    );
  };
}
