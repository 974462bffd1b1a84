import { OutputLanguage, Release, Releases as ReleaseList } from "@tiltas/contract/releases";
import { WaveId } from "@tiltas/contract/responses";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { sendDownload } from "../door/download.ts";
import { patient } from "../door/patience.ts";
import { asking } from "../door/staff.ts";
import type { Releases } from "../releases/releases.ts";

const WaveName = z.strictObject({ wave: WaveId });
const ReleaseNumber = z.coerce.number().int().min(1).max(1_000_000);
export const ReleaseName = z.strictObject({ wave: WaveId, number: ReleaseNumber });
const SheetName = z.strictObject({
  wave: WaveId,
  number: ReleaseNumber,
  municipality: z.string().regex(/^\d{2}$/),
});

const reading = { verb: "release.read" } as const;

/** Frozen releases and what people take from them; behind the staff door. */
export function releaseRoutes({ releases }: { releases: Releases }): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      "/api/staff/releases",
      { config: reading, schema: { response: { 200: ReleaseList } } },
      (request) => releases.newest(asking(request)),
    );
    app.get(
      "/api/staff/waves/:wave/releases",
      { config: reading, schema: { params: WaveName, response: { 200: z.array(Release) } } },
      (request) => releases.list(request.params.wave, asking(request)),
    );
    app.get(
      "/api/staff/waves/:wave/releases/:number",
      { config: reading, schema: { params: ReleaseName, response: { 200: Release } } },
      (request) => releases.get(request.params.wave, request.params.number, asking(request)),
    );
    app.get(
      "/api/staff/waves/:wave/releases/:number/workbook",
      { ...patient, config: reading, schema: { params: ReleaseName, querystring: OutputLanguage } },
      async (request, reply) => {
        const { params, query } = request;
        const wanted = { output: "workbook", language: query.language, municipality: null } as const;
        return sendDownload(
          reply,
          await releases.output(params.wave, params.number, wanted, asking(request)),
        );
      },
    );
    app.get(
      "/api/staff/waves/:wave/releases/:number/sheets/:municipality",
      { ...patient, config: reading, schema: { params: SheetName, querystring: OutputLanguage } },
      async (request, reply) => {
        const { params, query } = request;
        const { municipality } = params;
        const wanted = { output: "sheet", language: query.language, municipality } as const;
        return sendDownload(
          reply,
          await releases.output(params.wave, params.number, wanted, asking(request)),
        );
      },
    );
    app.get(
      "/api/staff/waves/:wave/releases/:number/open-data",
      { ...patient, config: reading, schema: { params: ReleaseName } },
      async (request, reply) => {
        const { wave, number } = request.params;
        const wanted = { output: "open-data", language: "en", municipality: null } as const;
        return sendDownload(reply, await releases.output(wave, number, wanted, asking(request)));
      },
    );
    app.get(
      "/api/staff/waves/:wave/releases/:number/manifest",
      { config: reading, schema: { params: ReleaseName } },
      async (request, reply) => {
        const { wave, number } = request.params;
        return sendDownload(reply, await releases.manifest(wave, number, asking(request)));
      },
    );
  };
}
