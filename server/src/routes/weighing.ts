import { longestMargins, MarginsCheck, MarginsFile, MarginsShown } from "@tiltas/contract/margins";
import { ResponseQuality } from "@tiltas/contract/quality";
import { WaveId } from "@tiltas/contract/responses";
import { PlanAsked, PlanCheck, PlanShown, PlanWritten, Weighing } from "@tiltas/contract/weighing";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { patient } from "../door/patience.ts";
import { asking } from "../door/staff.ts";
import type { Margins } from "../margins/margins.ts";
import type { AnalysisPlans } from "../releases/plans.ts";
import type { Working } from "../releases/working.ts";

const WaveName = z.strictObject({ wave: WaveId });
const reading = { verb: "weights.read" } as const;
const bytes = longestMargins + 4_096;
const ofMargins = {
  verb: "margins.write",
  room: { bytes, longText: { place: ["csv"], length: longestMargins } },
} as const;

interface Needs {
  readonly margins: Margins;
  readonly analysisPlans: AnalysisPlans;
  readonly working: Working;
}

/** Margins, weights, the plan of an analysis and response quality; behind the staff door. */
export function weighingRoutes({ margins, analysisPlans, working }: Needs): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      "/api/staff/waves/:wave/margins",
      { ...patient, config: reading, schema: { params: WaveName, response: { 200: MarginsShown } } },
      ({ params }) => margins.shown(params.wave),
    );
    app.post(
      "/api/staff/waves/:wave/margins/check",
      {
        ...patient,
        bodyLimit: bytes,
        config: ofMargins,
        schema: { params: WaveName, body: MarginsFile, response: { 200: MarginsCheck } },
      },
      ({ params, body }) => margins.check(params.wave, body),
    );
    app.post(
      "/api/staff/waves/:wave/margins",
      {
        ...patient,
        bodyLimit: bytes,
        config: ofMargins,
        schema: { params: WaveName, body: MarginsFile, response: { 201: MarginsShown } },
      },
      async (request, reply) =>
        reply.status(201).send(await margins.keep(request.params.wave, request.body, asking(request).id)),
    );
    app.get(
      "/api/staff/waves/:wave/weighing",
      { config: reading, schema: { params: WaveName, response: { 200: Weighing } } },
      ({ params }) => working.weighing(params.wave),
    );
    app.get(
      "/api/staff/waves/:wave/quality",
      { config: reading, schema: { params: WaveName, response: { 200: ResponseQuality } } },
      ({ params }) => working.quality(params.wave),
    );
    app.get(
      "/api/staff/waves/:wave/plan",
      { config: reading, schema: { params: WaveName, response: { 200: PlanShown } } },
      ({ params }) => analysisPlans.shown(params.wave),
    );
    app.post(
      "/api/staff/waves/:wave/plan/check",
      {
        ...patient,
        config: { verb: "plan.write" },
        schema: { params: WaveName, body: PlanAsked, response: { 200: PlanCheck } },
      },
      ({ params, body }) => analysisPlans.check(params.wave, body),
    );
    app.post(
      "/api/staff/waves/:wave/plan",
      {
        ...patient,
        config: { verb: "plan.write" },
        schema: { params: WaveName, body: PlanWritten, response: { 201: PlanShown } },
      },
      async (request, reply) =>
        reply
          .status(201)
          .send(await analysisPlans.write(request.params.wave, request.body, asking(request).id)),
    );
  };
}
