import { CodeCounts, CodeOrder, IssuedCodes } from "@tiltas/contract/codes";
import { CaseAssignment, CaseOrder, StaffCase } from "@tiltas/contract/devices";
import { WaveId } from "@tiltas/contract/responses";
import { RescueFile, RescueOutcome } from "@tiltas/contract/sealing";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import type { Codes } from "../codes/codes.ts";
import type { Cases } from "../devices/cases.ts";
import { asking } from "../door/staff.ts";
import type { Rescue } from "../responses/rescue.ts";

/** A part of a rescue file: the page sends long files in parts of at most this size. */
const room = {
  bytes: 1024 * 1024,
  longText: { place: ["responses", "*", "sealed", "ciphertext"], length: 360_000 },
};
const WaveName = z.strictObject({ wave: WaveId });

/** Codes, cases, and answers that came in a file; behind the staff door. */
export function staffFieldworkRoutes(needs: {
  codes: Codes;
  cases: Cases;
  rescue: Rescue;
}): FastifyPluginAsyncZod {
  const { codes, cases, rescue } = needs;
  return async (app) => {
    app.get(
      "/api/staff/waves/:wave/codes",
      {
        config: { verb: "respondents.invite" },
        schema: { params: WaveName, response: { 200: z.array(CodeCounts) } },
      },
      (request) => codes.counts(asking(request), request.params.wave),
    );
    app.post(
      "/api/staff/waves/:wave/codes",
      {
        config: { verb: "respondents.invite" },
        schema: { params: WaveName, body: CodeOrder, response: { 201: IssuedCodes } },
      },
      async (request, reply) =>
        reply.status(201).send(await codes.issue(asking(request), request.params.wave, request.body)),
    );
    app.get(
      "/api/staff/waves/:wave/cases",
      {
        config: { verb: "device.manage" },
        schema: { params: WaveName, response: { 200: z.array(StaffCase) } },
      },
      (request) => cases.list(asking(request), request.params.wave),
    );
    app.post(
      "/api/staff/waves/:wave/cases",
      {
        config: { verb: "device.manage" },
        schema: { params: WaveName, body: CaseOrder, response: { 201: z.array(StaffCase) } },
      },
      async (request, reply) =>
        reply.status(201).send(await cases.add(asking(request), request.params.wave, request.body)),
    );
    app.post(
      "/api/staff/waves/:wave/cases/assign",
      {
        config: { verb: "device.manage" },
        schema: { params: WaveName, body: CaseAssignment, response: { 200: z.array(StaffCase) } },
      },
      (request) => cases.assign(asking(request), request.params.wave, request.body),
    );
    app.post(
      "/api/staff/rescue",
      {
        bodyLimit: room.bytes,
        config: { verb: "response.rescue", room },
        schema: { body: RescueFile, response: { 200: RescueOutcome } },
      },
      ({ body }) => rescue(body),
    );
  };
}
