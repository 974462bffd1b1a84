import { Conduct } from "@tiltas/contract/conduct";
import { DrawingRules } from "@tiltas/contract/drawing";
import { Refusal } from "@tiltas/contract/problems";
import { Digest, WaveId } from "@tiltas/contract/responses";
import { PublicWave } from "@tiltas/contract/waves";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { compressWhatIsPublic } from "../door/compression.ts";
import type { Progress } from "../fieldwork/progress.ts";
import type { Instruments, PublishedInstrument } from "../instruments/instruments.ts";

const WaveName = z.strictObject({ wave: WaveId });
const InstrumentDigest = z.strictObject({ digest: Digest });

/** A published version never changes. */
const forEver = "public, max-age=31536000, immutable";

async function known(instruments: Instruments, digest: string): Promise<PublishedInstrument> {
  const published = await instruments.find(digest);
  if (published) return published;
  throw new Refusal("not-found", "This server does not know an instrument with this digest.");
}

/** What respondents' devices ask: no session, nothing about anybody. */
export function publicRoutes(needs: { progress: Progress; instruments: Instruments }): FastifyPluginAsyncZod {
  const { progress, instruments } = needs;
  return async (app) => {
    compressWhatIsPublic(app);
    app.get(
      "/api/waves/:wave",
      { schema: { params: WaveName, response: { 200: PublicWave } } },
      ({ params }) => progress.publicWave(params.wave),
    );

    app.get(
      "/api/instruments/:digest",
      { schema: { params: InstrumentDigest } },
      async ({ params }, reply) => {
        const { questionnaire } = await known(instruments, params.digest);
        return reply
          .header("cache-control", forEver)
          .type("application/json; charset=utf-8")
          .serializer((text: string) => text)
          .send(questionnaire);
      },
    );

    app.get(
      "/api/instruments/:digest/drawing",
      { schema: { params: InstrumentDigest, response: { 200: DrawingRules } } },
      async ({ params }, reply) => {
        const { drawing } = await known(instruments, params.digest);
        return reply.header("cache-control", forEver).send(DrawingRules.parse(drawing));
      },
    );

    app.get(
      "/api/instruments/:digest/conduct",
      { schema: { params: InstrumentDigest, response: { 200: Conduct } } },
      async ({ params }, reply) => {
        const { conduct } = await known(instruments, params.digest);
        return reply.header("cache-control", forEver).send(Conduct.parse(conduct));
      },
    );
  };
}
