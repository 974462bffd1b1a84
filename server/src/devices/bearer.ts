import { Paired } from "@tiltas/contract/devices";
import { Refusal } from "@tiltas/contract/problems";
import type { DeviceRecord } from "@tiltas/store/port";
import type { FastifyRequest } from "fastify";
import { type Devices, unknownDevice } from "./devices.ts";

/** The token of `Authorization: Bearer …`; undefined where none of that form is sent. */
export function bearerToken({ headers }: Pick<FastifyRequest, "headers">): string | undefined {
  const [, token] = /^Bearer (\S+)$/i.exec(headers.authorization ?? "") ?? [];
  return Paired.shape.token.safeParse(token).data;
}

/** The paired tablet that asks. @throws device-unknown */
export async function askingDevice(request: FastifyRequest, devices: Devices): Promise<DeviceRecord> {
  const token = bearerToken(request);
  if (token === undefined) throw unknownDevice();
  return devices.known(token);
}

/** The same, where strangers may ask too. */
export async function perhapsDevice(
  request: FastifyRequest,
  devices: Devices,
): Promise<DeviceRecord | undefined> {
  const token = bearerToken(request);
  return token === undefined ? undefined : devices.known(token).catch(unlessUnknown);
}

/** Who sends: a stranger shows no token; "locked-out" shows one that was revoked, or that this server does not know. */
export type Sender = "stranger" | "paired" | "locked-out";

export async function senderOf(request: FastifyRequest, devices: Devices): Promise<Sender> {
  if (bearerToken(request) === undefined) return "stranger";
  return (await perhapsDevice(request, devices)) === undefined ? "locked-out" : "paired";
}

function unlessUnknown(error: unknown): undefined {
  if (error instanceof Refusal && error.code === "device-unknown") return undefined;
  throw error;
}
