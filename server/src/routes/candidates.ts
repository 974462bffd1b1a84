import { Candidate, CandidatePreview, Signature } from "@tiltas/contract/releases";
import { WaveId } from "@tiltas/contract/responses";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { patient } from "../door/patience.ts";
import { asking } from "../door/staff.ts";
import type { Candidates } from "../releases/candidates.ts";

const WaveName = z.strictObject({ wave: WaveId });
const CandidateId = z.strictObject({ id: z.uuid() });
const Nothing = z.undefined().or(z.null()).or(z.strictObject({}));

const preparing = { verb: "release.prepare" } as const;

/** Figures on their way to being released; behind the staff door. */
export function candidateRoutes({ candidates }: { candidates: Candidates }): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      "/api/staff/waves/:wave/candidates",
      { config: preparing, schema: { params: WaveName, response: { 200: z.array(Candidate) } } },
      ({ params }) => candidates.list(params.wave),
    );
    app.post(
      "/api/staff/waves/:wave/candidates",
      { config: preparing, schema: { params: WaveName, body: Nothing, response: { 202: Candidate } } },
      async (request, reply) =>
        reply.status(202).send(await candidates.compute(request.params.wave, asking(request).id)),
    );
    app.get(
      "/api/staff/candidates/:id",
      { config: preparing, schema: { params: CandidateId, response: { 200: Candidate } } },
      ({ params }) => candidates.get(params.id),
    );
    app.delete(
      "/api/staff/candidates/:id",
      { config: preparing, schema: { params: CandidateId, response: { 200: Candidate } } },
      ({ params }) => candidates.cancel(params.id),
    );
    app.get(
      "/api/staff/candidates/:id/preview",
      { config: preparing, schema: { params: CandidateId, response: { 200: CandidatePreview } } },
      ({ params }) => candidates.preview(params.id),
    );
    app.post(
      "/api/staff/candidates/:id/signatures",
      {
        ...patient,
        config: { verb: "release.sign" },
        schema: { params: CandidateId, body: Signature, response: { 200: Candidate } },
      },
      (request) => candidates.sign(request.params.id, request.body, asking(request).id),
    );
  };
}
