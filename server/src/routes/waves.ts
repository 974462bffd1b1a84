import { WaveId } from "@tiltas/contract/responses";
import { WaveDetail, WaveSummary } from "@tiltas/contract/waves";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { asking } from "../door/staff.ts";
import type { Municipality } from "../fieldwork/municipalities.ts";
import type { Progress } from "../fieldwork/progress.ts";

const WaveName = z.strictObject({ wave: WaveId });
const MunicipalityShown = z.strictObject({
  code: z.string(),
  label: z.strictObject({ lt: z.string(), en: z.string() }),
});

/** Progress of fieldwork; behind the staff door. */
export function waveRoutes(needs: {
  progress: Progress;
  municipalities: readonly Municipality[];
}): FastifyPluginAsyncZod {
  const { progress, municipalities } = needs;
  return async (app) => {
    app.get(
      "/api/staff/waves",
      { config: { verb: "wave.read" }, schema: { response: { 200: z.array(WaveSummary) } } },
      () => progress.summaries(),
    );
    app.get(
      "/api/staff/waves/:wave",
      { config: { verb: "wave.read" }, schema: { params: WaveName, response: { 200: WaveDetail } } },
      (request) => progress.detail(request.params.wave, asking(request).municipality),
    );
    app.get(
      "/api/staff/municipalities",
      { config: { verb: "wave.read" }, schema: { response: { 200: z.array(MunicipalityShown) } } },
      async () => municipalities.map(({ code, label }) => ({ code, label })),
    );
  };
}
