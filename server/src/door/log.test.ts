import { expect, test } from "vitest";
import { bareApp } from "./bare-app.ts";
import { faultOf } from "./fault.ts";
import { lastLine } from "./log.ts";

function logging() {
  const lines: string[] = [];
  const app = bareApp({
    trustProxy: false,
    logLevel: "trace",
    logStream: { write: (line) => void lines.push(line) },
  });
  return { app, lines };
}

test("whatever a program hands to the log, only known words and known fields come out", async () => {
  const { app, lines } = logging();
  app.log.info("somebody@tiltas.example signed in");
  app.log.warn({ status: 200, body: { answer: "secret" }, route: "/api/x" }, "answer was %s", "secret");
  app.log.error(new Error("secret"));
  app.log.error({ err: Object.assign(new TypeError("secret"), { code: "E_SECRET said secret" }) }, "secret");
  app.log.child({ email: "somebody@tiltas.example", reqId: "req-1" }).info({ ms: 1 }, "answered");
  expect(lines.join("")).not.toMatch(/secret|somebody/);
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { msg: "other" },
    { msg: "other", status: 200, route: "/api/x" },
    { msg: "other", fault: "Error" },
    { msg: "other", fault: "TypeError" },
    { msg: "answered", ms: 1, reqId: "req-1" },
  ]);
});

test("one event is one line of ASCII: line breaks and terminal commands arrive escaped", () => {
  const { app, lines } = logging();
  const odd = 'a\r\n{"level":60}\u001b[31m\u009b31m\u2028\u202eź';
  app.log.info({ route: odd }, "answered");
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^[\x20-\x7e]+\n$/);
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({ route: odd, msg: "answered" });
});

test("a fault is told without its message, even where the message looks like a frame", () => {
  const error = new Error("disk full\n    at secret (answers.ts:1:1)");
  const { frames } = faultOf(error);
  expect(frames.length).toBeGreaterThan(0);
  expect(JSON.stringify(faultOf(error))).not.toMatch(/disk full|secret/);
  expect(JSON.parse(lastLine(error, new Date(0)))).toMatchObject({
    level: 60,
    msg: "uncaught",
    fault: "Error",
  });
});
