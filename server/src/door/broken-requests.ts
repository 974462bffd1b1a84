import { STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import { Refusal } from "@tiltas/contract/problems";
import type { FastifyReply } from "fastify";
import { sendProblem } from "./problems.ts";

/** An address that cannot even be decoded, before any route is looked for. */
export function refuseBrokenAddress(reply: FastifyReply): void {
  reply.headers({
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  });
  sendProblem(
    reply,
    new Refusal(
      "invalid-request",
      "The address of the request cannot be read. Check it for stray percent signs.",
    ),
  );
}

const statusOf: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/** What is no readable HTTP, or too slow, gets one short answer, and the connection ends. */
export function refuseBrokenRequest(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === "ECONNRESET" || !socket.writable) return void socket.destroy();
  const status = statusOf[error.code ?? ""] ?? 400;
  const title = STATUS_CODES[status] ?? "";
  const body = JSON.stringify({
    type: "about:blank",
    title,
    status,
    detail: "The request could not be read as HTTP, or took too long.",
  });
  socket.end(
    [
      `HTTP/1.1 ${status} ${title}`,
      "Content-Type: application/problem+json",
      `Content-Length: ${Buffer.byteLength(body)}`,
      "Connection: close",
      "",
      body,
    ].join("\r\n"),
  );
}
