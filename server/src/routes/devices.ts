import { CaseList, DeviceReport, Paired, Pairing } from "@tiltas/contract/devices";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { unknownCode } from "../codes/codes.ts";
import type { WrongTries } from "../codes/wrong-tries.ts";
import { askingDevice } from "../devices/bearer.ts";
import type { Devices } from "../devices/devices.ts";

/** What paired tablets ask, by their token; no cookie. */
export function deviceRoutes(needs: { devices: Devices; pairingTries: WrongTries }): FastifyPluginAsyncZod {
  const { devices, pairingTries } = needs;
  return async (app) => {
    app.post(
      "/api/devices",
      { schema: { body: Pairing, response: { 201: Paired } } },
      async ({ body, ip }, reply) => {
        const wasRight = pairingTries.begin({ address: ip });
        const paired = await devices.pair(body.code);
        if (!paired) throw unknownCode();
        wasRight();
        return reply.status(201).send(paired);
      },
    );
    app.get("/api/device/cases", { schema: { response: { 200: CaseList } } }, async (request) =>
      devices.cases(await askingDevice(request, devices)),
    );
    app.post(
      "/api/device/report",
      { schema: { body: DeviceReport, response: { 200: CaseList } } },
      async (request) => devices.report(await askingDevice(request, devices), request.body),
    );
  };
}
