import { DeviceOrder, DeviceSummary, PairingOffer } from "@tiltas/contract/devices";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import type { Devices } from "../devices/devices.ts";
import { asking } from "../door/staff.ts";

const DeviceId = z.strictObject({ id: z.uuid() });
const Nothing = z.undefined().or(z.null()).or(z.strictObject({}));

/** Tablets, as the office manages them; behind the staff door. */
export function staffDeviceRoutes({ devices }: { devices: Devices }): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      "/api/staff/devices",
      { config: { verb: "device.manage" }, schema: { response: { 200: z.array(DeviceSummary) } } },
      (request) => devices.list(asking(request)),
    );
    app.post(
      "/api/staff/devices",
      { config: { verb: "device.manage" }, schema: { body: DeviceOrder, response: { 201: PairingOffer } } },
      async (request, reply) => reply.status(201).send(await devices.order(asking(request), request.body)),
    );
    for (const [action, revoked] of [
      ["revoke", true],
      ["restore", false],
    ] as const)
      app.post(
        `/api/staff/devices/:id/${action}`,
        {
          config: { verb: "device.manage" },
          schema: { params: DeviceId, body: Nothing, response: { 200: DeviceSummary } },
        },
        (request) => devices.setRevoked(asking(request), request.params.id, revoked),
      );
  };
}
