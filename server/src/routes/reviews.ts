import { WaveId } from "@tiltas/contract/responses";
import {
  FlagReport,
  LastLook,
  ReviewDecision,
  ReviewedResponse,
  ReviewPage,
  ReviewState,
  SetAside,
  SetAsidePreview,
  SetAsideQuestion,
  SetAsideShown,
} from "@tiltas/contract/reviews";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { patient } from "../door/patience.ts";
import { asking } from "../door/staff.ts";
import type { Review } from "../review/review.ts";
import type { SetAsides } from "../review/set-asides.ts";

const WaveName = z.strictObject({ wave: WaveId });
const SetAsideName = z.strictObject({ wave: WaveId, id: z.uuid() });
const Filter = z.strictObject({
  state: ReviewState.optional(),
  flagged: z.literal("yes").optional(),
  after: z.coerce.number().int().min(0).default(0),
});
const Nothing = z.undefined().or(z.null()).or(z.strictObject({}));

const reviewing = { verb: "response.review" } as const;
const settingAside = { verb: "response.set-aside" } as const;

/** Deciding about responses one by one; behind the staff door. */
export function reviewRoutes({ review }: { review: Review }): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      "/api/staff/waves/:wave/reviews",
      {
        config: reviewing,
        schema: { params: WaveName, querystring: Filter, response: { 200: ReviewPage } },
      },
      ({ params, query: { state, flagged, after } }) =>
        review.page(params.wave, { state, flagged: flagged !== undefined, after }),
    );
    app.post(
      "/api/staff/waves/:wave/reviews",
      {
        config: reviewing,
        schema: { params: WaveName, body: ReviewDecision, response: { 201: ReviewedResponse } },
      },
      async (request, reply) =>
        reply.status(201).send(await review.decide(request.params.wave, request.body, asking(request).id)),
    );
    app.get(
      "/api/staff/waves/:wave/flags",
      { config: reviewing, schema: { params: WaveName, response: { 200: LastLook } } },
      async ({ params }) => ({ last: await review.lastLook(params.wave) }),
    );
    app.post(
      "/api/staff/waves/:wave/flags",
      {
        ...patient,
        config: reviewing,
        schema: { params: WaveName, body: Nothing, response: { 200: FlagReport } },
      },
      ({ params }) => review.look(params.wave),
    );
  };
}

/** Leaving a channel and period out of estimates; behind the staff door. */
export function setAsideRoutes({ setAsides }: { setAsides: SetAsides }): FastifyPluginAsyncZod {
  const list = z.array(SetAsideShown);
  return async (app) => {
    app.get(
      "/api/staff/waves/:wave/set-asides",
      { config: reviewing, schema: { params: WaveName, response: { 200: list } } },
      ({ params }) => setAsides.list(params.wave),
    );
    app.post(
      "/api/staff/waves/:wave/set-asides/preview",
      {
        ...patient,
        config: settingAside,
        schema: { params: WaveName, body: SetAsideQuestion, response: { 200: SetAsidePreview } },
      },
      ({ params, body }) => setAsides.preview(params.wave, body),
    );
    app.post(
      "/api/staff/waves/:wave/set-asides",
      { config: settingAside, schema: { params: WaveName, body: SetAside, response: { 201: list } } },
      async (request, reply) =>
        reply.status(201).send(await setAsides.decide(request.params.wave, request.body, asking(request).id)),
    );
    app.delete(
      "/api/staff/waves/:wave/set-asides/:id",
      { config: settingAside, schema: { params: SetAsideName, response: { 200: list } } },
      ({ params }) => setAsides.lift(params.wave, params.id),
    );
  };
}
