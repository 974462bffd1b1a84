import { CodeCheck, CodeState } from "@tiltas/contract/codes";
import { ResumeId, ResumeTake, SealedDraft } from "@tiltas/contract/resumes";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import type { Codes } from "../codes/codes.ts";
import type { Resumes } from "../codes/resumes.ts";
import { perhapsDevice } from "../devices/bearer.ts";
import type { Devices } from "../devices/devices.ts";

/** A sealed draft is nearly all one text. */
const room = { bytes: 361 * 1024, longText: { place: ["ciphertext"], length: 360_000 } };
const DraftName = z.strictObject({ id: ResumeId });

/** What people with a code ask: is it good, and where are the answers that wait under it. No session. */
export function codeRoutes(needs: {
  codes: Codes;
  resumes: Resumes;
  devices: Devices;
}): FastifyPluginAsyncZod {
  const { codes, resumes, devices } = needs;
  return async (app) => {
    app.post(
      "/api/codes/check",
      { schema: { body: CodeCheck, response: { 200: CodeState } } },
      async (request) => {
        const device = await perhapsDevice(request, devices);
        return codes.check(request.body, device ? { device: device.id } : { address: request.ip });
      },
    );
    app.put(
      "/api/resumes/:id",
      {
        bodyLimit: room.bytes,
        config: { room },
        schema: { params: DraftName, body: SealedDraft, response: { 204: z.null() } },
      },
      async ({ params, body, ip }, reply) => {
        await resumes.keep(params.id, body, { address: ip });
        return reply.status(204).send(null);
      },
    );
    app.post(
      "/api/resumes/:id/take",
      {
        schema: {
          params: DraftName,
          body: ResumeTake.nullish(),
          response: { 200: SealedDraft },
        },
      },
      ({ params, body, ip }) => resumes.take(params.id, body ?? {}, { address: ip }),
    );
  };
}
