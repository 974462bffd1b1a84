import { Refusal } from "@tiltas/contract/problems";
import { Digest, Receipt, ResponseUpload, WaveId } from "@tiltas/contract/responses";
import { PublicWave } from "@tiltas/contract/waves";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import type { Progress } from "../fieldwork/progress.ts";
import type { Instruments } from "../instruments/instruments.ts";
import { refuseWithoutConsent } from "../responses/consent.ts";
import type { Intake } from "../responses/intake.ts";

const WaveName = z.strictObject({ wave: WaveId });
const InstrumentDigest = z.strictObject({ digest: Digest });

/** What respondents' devices ask: no session, nothing about anybody. */
export function publicRoutes(needs: {
  progress: Progress;
  instruments: Instruments;
  intake: Intake;
}): FastifyPluginAsyncZod {
  const { progress, instruments, intake } = needs;
  return async (app) => {
    app.get(
      "/api/waves/:wave",
      { schema: { params: WaveName, response: { 200: PublicWave } } },
      ({ params }) => progress.publicWave(params.wave),
    );

    app.get(
      "/api/instruments/:digest",
      { schema: { params: InstrumentDigest } },
      async ({ params }, reply) => {
        const published = await instruments.find(params.digest);
        if (!published)
          throw new Refusal("not-found", "This server does not know an instrument with this digest.");
        return reply
          .header("cache-control", "public, max-age=31536000, immutable")
          .type("application/json; charset=utf-8")
          .serializer((text: string) => text)
          .send(published.questionnaire);
      },
    );

    app.post(
      "/api/responses",
      {
        preValidation: refuseWithoutConsent,
        schema: { body: ResponseUpload, response: { 200: Receipt, 201: Receipt } },
      },
      async ({ body }, reply) => {
        const receipt = await intake.receive(body);
        return reply.status(receipt.outcome === "stored" ? 201 : 200).send(receipt);
      },
    );
  };
}
