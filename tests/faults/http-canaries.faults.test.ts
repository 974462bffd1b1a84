import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { anUpload } from "../../server/support/upload.ts";
import { startProcess } from "./http-process.ts";
import { newFolder } from "./store-kills.ts";

/** A word that stands nowhere else in the world. */
const canary = (what: string, number: number) => `canary${what}${number}x7q2`;
const numbers = Array.from({ length: 50 }, (_, number) => number);

/** Every file below a folder, with its bytes as text. */
function filesBelow(folder: string): { path: string; text: string }[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => ({ path, text: readFileSync(path).toString("latin1") }));
}

test("answers, names, passwords and links stand where they belong and nowhere else: not in the log, not in temporary files", async () => {
  const folder = newFolder();
  const temporary = join(folder, "temporary");
  mkdirSync(temporary);
  const server = await startProcess(folder, ["--log"], { environment: { TMPDIR: temporary } });
  const token = /#([\w-]{43})/.exec(server.output())?.[1] ?? "";
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(`${server.origin}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", "user-agent": canary("agent", 0), ...headers },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
  const codes: string[] = [];
  for (const number of numbers) {
    const answer = await post(
      "/api/responses",
      anUpload({ answers: { municipality: "13", remark: canary("answer", number) } }),
    );
    expect(answer.status).toBe(201);
    const { code } = (await answer.json()) as { code: string };
    codes.push(code, code.replaceAll("-", ""));
    await post("/api/responses", `{"broken":"${canary("broken", number)}`);
    await post("/api/session", {
      email: `${canary("mail", number)}@tiltas.example`,
      password: canary("password", number),
    });
    await fetch(`${server.origin}/api/waves/${canary("address", number)}?${canary("query", number)}=1`);
    await fetch(`${server.origin}/${canary("page", number)}`, {
      headers: { "x-forwarded-for": canary("network", number) },
    });
  }
  const password = canary("password", 99);
  const accepted = await post("/api/invitations/accept", {
    token,
    email: `${canary("person", 1)}@tiltas.example`,
    password,
  });
  expect(accepted.status).toBe(200);
  const session = /=([\w-]{43});/.exec(accepted.headers.get("set-cookie") ?? "")?.[1] ?? "none";
  const isAllowed = (path: string, word: string) =>
    (word.startsWith("canaryanswer") && /data\.sqlite(-wal)?$/.test(path)) ||
    (word.startsWith("canaryperson") && /access\.sqlite(-wal)?$/.test(path));
  const log = server.output().replace(/^(link|ready) .*$/gm, "");
  const places = [
    { path: "the log", text: log },
    ...filesBelow(join(folder, "data")),
    ...filesBelow(temporary),
  ];
  expect(await server.kill("SIGTERM")).toBe(0);
  places.push(...filesBelow(join(folder, "data")));

  const secrets = [...codes, token, session, "127.0.0.1"];
  const hits = places.flatMap(({ path, text }) => {
    const canaries = [...text.matchAll(/canary[a-z]+\d+x7q2/g)].map(([word]) => word);
    const told = secrets.filter((secret) => text.includes(secret));
    return [...canaries.filter((word) => !isAllowed(path, word)), ...told].map(
      (word) => `${word} in ${path}`,
    );
  });
  expect([...new Set(hits)]).toEqual([]);
  expect(
    places.some(({ path, text }) => path.endsWith("data.sqlite") && text.includes(canary("answer", 49))),
  ).toBe(true);
  expect(log.split("\n").filter((line) => line.startsWith("{")).length).toBeGreaterThan(200);
  for (const line of log.split("\n").filter((one) => one.startsWith("{"))) JSON.parse(line);
});

test("control: the same look finds an answer in a log that says too much", () => {
  const log = `{"msg":"answered","body":"${canary("answer", 3)}"}`;
  expect(log.match(/canary[a-z]+\d+x7q2/g)).toEqual([canary("answer", 3)]);
});
