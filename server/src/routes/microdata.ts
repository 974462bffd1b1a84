import { MicrodataExport, MicrodataRequest } from "@tiltas/contract/microdata";
import { WaveId } from "@tiltas/contract/responses";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { sendDownload } from "../door/download.ts";
import { asking } from "../door/staff.ts";
import type { Microdata } from "../microdata/microdata.ts";

const WaveName = z.strictObject({ wave: WaveId });
const ExportId = z.strictObject({ id: z.uuid() });

const exporting = { verb: "microdata.export" } as const;
const reading = { verb: "microdata.read" } as const;

/** Answers of single people in other hands, and the register of who holds them; behind the staff door. */
export function microdataRoutes({ microdata }: { microdata: Microdata }): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      "/api/staff/waves/:wave/microdata",
      { config: reading, schema: { params: WaveName, response: { 200: z.array(MicrodataExport) } } },
      ({ params }) => microdata.list(params.wave),
    );
    app.post(
      "/api/staff/waves/:wave/microdata",
      {
        config: exporting,
        schema: { params: WaveName, body: MicrodataRequest, response: { 202: MicrodataExport } },
      },
      async (request, reply) =>
        reply
          .status(202)
          .send(await microdata.request(request.params.wave, request.body, asking(request).id)),
    );
    app.get(
      "/api/staff/microdata/:id",
      { config: reading, schema: { params: ExportId, response: { 200: MicrodataExport } } },
      ({ params }) => microdata.get(params.id),
    );
    app.get(
      "/api/staff/microdata/:id/file",
      { config: exporting, schema: { params: ExportId } },
      async ({ params }, reply) => sendDownload(reply, await microdata.file(params.id)),
    );
    app.delete(
      "/api/staff/microdata/:id",
      { config: exporting, schema: { params: ExportId, response: { 200: MicrodataExport } } },
      ({ params }) => microdata.remove(params.id),
    );
  };
}
