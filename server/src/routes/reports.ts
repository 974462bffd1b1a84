import { createReadStream } from "node:fs";
import { Report, ReportRequest } from "@tiltas/contract/reports";
import { WaveId } from "@tiltas/contract/responses";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { asking } from "../door/staff.ts";
import type { Reports } from "../reports/reports.ts";

const WaveName = z.strictObject({ wave: WaveId });
const ReportId = z.strictObject({ id: z.uuid() });
const workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Workbooks of a wave; behind the staff door. */
export function reportRoutes({ reports }: { reports: Reports }): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      "/api/staff/waves/:wave/reports",
      { config: { verb: "report.read" }, schema: { params: WaveName, response: { 200: z.array(Report) } } },
      ({ params }) => reports.list(params.wave),
    );
    app.post(
      "/api/staff/waves/:wave/reports",
      {
        config: { verb: "report.compute" },
        schema: { params: WaveName, body: ReportRequest, response: { 202: Report } },
      },
      async (request, reply) => {
        const { params, body } = request;
        return reply.status(202).send(await reports.compute(params.wave, body.language, asking(request).id));
      },
    );
    app.get(
      "/api/staff/reports/:id",
      { config: { verb: "report.read" }, schema: { params: ReportId, response: { 200: Report } } },
      ({ params }) => reports.get(params.id),
    );
    app.delete(
      "/api/staff/reports/:id",
      { config: { verb: "report.compute" }, schema: { params: ReportId, response: { 200: Report } } },
      ({ params }) => reports.cancel(params.id),
    );
    app.get(
      "/api/staff/reports/:id/workbook",
      { config: { verb: "report.read" }, schema: { params: ReportId } },
      async ({ params }, reply) => {
        const { path, name } = await reports.workbook(params.id);
        return reply
          .type(workbookType)
          .header("content-disposition", `attachment; filename="${name}"`)
          .send(createReadStream(path));
      },
    );
  };
}
