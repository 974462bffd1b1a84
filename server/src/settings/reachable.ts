import { isIPv4 } from "node:net";
import { UsageError } from "./usage-error.ts";

interface Asked {
  readonly host: string;
  readonly demonstration: boolean;
  readonly publicOrigin: string | undefined;
  readonly tls: object | undefined;
  readonly trustProxy: boolean;
}

/** Whether only programs on this machine can reach the address. */
export function isLoopback(host: string): boolean {
  const name = host.replace(/^\[|\]$/g, "").toLowerCase();
  return name === "localhost" || name === "::1" || (isIPv4(name) && name.startsWith("127."));
}

/** Reachable means https, and until staff sign in with two factors and an audit trail exists, reachable means a demonstration. */
export function refuseUnreachable(asked: Asked): void {
  const elsewhere =
    !isLoopback(asked.host) || (asked.publicOrigin !== undefined && !isLoopback(hostOf(asked.publicOrigin)));
  if (elsewhere && !asked.demonstration) {
    throw new UsageError(
      "This version serves real studies on the loopback address only: staff do not yet sign in with two factors, and there is no audit trail. Use --demo to try it elsewhere, or leave out --host and --public-url.",
    );
  }
  refusePlainHttp(asked);
}

function refusePlainHttp({ host, publicOrigin, tls, trustProxy }: Asked): void {
  const encrypted = tls !== undefined || trustProxy;
  if (publicOrigin !== undefined && !publicOrigin.startsWith("https://")) {
    throw new UsageError(`The option --public-url must start with https://. ${whyHttps}`);
  }
  if (publicOrigin !== undefined && !encrypted) {
    throw new UsageError(
      "Say who serves https for --public-url: this server itself (--tls-cert and --tls-key), or a proxy in front of it (--trust-proxy).",
    );
  }
  if (trustProxy && publicOrigin === undefined) {
    throw new UsageError(
      "With --trust-proxy, give the address that the proxy serves as --public-url https://…",
    );
  }
  if (!isLoopback(host) && !encrypted) {
    throw new UsageError(
      `Plain http is served on the loopback address only, not on ${host}. ${whyHttps} Give --public-url https://… with --tls-cert and --tls-key, or with --trust-proxy.`,
    );
  }
  if (!isLoopback(host) && publicOrigin === undefined) {
    throw new UsageError(
      `Give the address under which people reach this server as --public-url https://… when it listens on ${host}.`,
    );
  }
}

function hostOf(origin: string): string {
  return new URL(origin).hostname;
}

const whyHttps =
  "On a plain-http address other than loopback browsers give a page no cryptography and no service worker: answers could not be kept safely on a phone, nor offline.";
