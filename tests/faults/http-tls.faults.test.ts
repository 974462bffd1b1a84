import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import type { IncomingHttpHeaders } from "node:http";
import { request } from "node:https";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Served, serve } from "../../server/src/serve.ts";
import { readSettings } from "../../server/src/settings/settings.ts";

const folder = mkdtempSync(join(tmpdir(), "tiltas-tls-"));
const [cert, key] = [join(folder, "cert.pem"), join(folder, "key.pem")];
let served: Served;
let origin: string;

beforeAll(async () => {
  makeCertificate();
  origin = `https://localhost:${await freePort()}`;
  const words = ["--demo", "--public-url", origin, "--tls-cert", cert, "--tls-key", key];
  served = await serve({
    settings: readSettings([...words, "--port", new URL(origin).port, "--data", join(folder, "data")], {}),
    instrumentsFolder: fileURLToPath(new URL("../../instruments", import.meta.url)),
    built: undefined,
    clock: () => new Date(),
    logLevel: "silent",
    say: () => undefined,
  });
});
afterAll(async () => {
  await served?.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

function ask(
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body?: object,
): Promise<Answer> {
  const ca = readFileSync(cert);
  const json = body === undefined ? {} : { "content-type": "application/json" };
  return new Promise((resolve, reject) => {
    const sent = request(
      `${origin}${path}`,
      { method, ca, headers: { ...json, ...headers } },
      async (answer) => {
        let text = "";
        for await (const chunk of answer.setEncoding("utf8")) text += chunk;
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text });
      },
    );
    sent.once("error", reject).end(body === undefined ? undefined : JSON.stringify(body));
  });
}

const credentials = (role: string) => {
  const found = served.signIns.find((signIn) => signIn.role === role);
  return { email: found?.email, password: found?.password };
};

test("over https the wave's link, an invitation's link and the QR target carry the public origin", async () => {
  const signedIn = await ask("POST", "/api/session", { origin }, credentials("administrator"));
  const cookie = String(signedIn.headers["set-cookie"]).split(";")[0] ?? "";
  const wave = JSON.parse((await ask("GET", "/api/staff/waves/demo", { cookie })).text);
  expect(wave).toMatchObject({ link: `${origin}/w/demo`, synthetic: true });
  const body = { email: "second@tiltas.example", role: "analyst", municipality: null };
  const invited = JSON.parse((await ask("POST", "/api/staff/people", { cookie, origin }, body)).text);
  expect(invited.link.startsWith(`${origin}/console/invitation#`)).toBe(true);
  expect(served.origin).toBe(origin);
});

test("the cookie is bound to this host and to https, and browsers are told to stay on https", async () => {
  const { headers } = await ask("POST", "/api/session", { origin }, credentials("analyst"));
  expect(String(headers["set-cookie"])).toMatch(
    /^__Host-tiltas=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
  );
  expect(headers["strict-transport-security"]).toMatch(/^max-age=\d{8,}; includeSubDomains$/);
});

test("only the public origin may change anything", async () => {
  const attempt = async (from: string) =>
    (await ask("POST", "/api/session", { origin: from }, credentials("analyst"))).status;
  const port = new URL(origin).port;
  expect(await attempt(origin)).toBe(200);
  for (const other of [
    `http://localhost:${port}`,
    `https://127.0.0.1:${port}`,
    "https://localhost",
    "null",
  ]) {
    expect(await attempt(other), other).toBe(403);
  }
});

test("everything in a demonstration says that it is synthetic", async () => {
  expect(JSON.parse((await ask("GET", "/api/waves/demo")).text)).toMatchObject({
    synthetic: true,
    open: true,
  });
  const session = await ask("POST", "/api/session", { origin }, credentials("analyst"));
  expect(JSON.parse(session.text)).toMatchObject({ demonstration: true });
});

/** A certificate for localhost that lives as long as this test. */
function makeCertificate(): void {
  const subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"];
  const words = [
    "req",
    "-x509",
    "-newkey",
    "rsa:2048",
    "-nodes",
    "-days",
    "2",
    "-keyout",
    key,
    "-out",
    cert,
    ...subject,
  ];
  execFileSync("openssl", words, { stdio: "ignore" });
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === "object" && address ? address.port : 0;
}
