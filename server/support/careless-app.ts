import { z } from "zod";
import { bareApp } from "../src/door/bare-app.ts";
import { listRoutes } from "../src/door/methods.ts";
import { answerWithProblems } from "../src/door/problems.ts";
import type { Attacked } from "./bad-input.ts";

/** A server as one writes it in an afternoon: whatever comes in is parsed somehow, merged and looked up by name. */
export function carelessApp(): Attacked {
  const app = bareApp({ trustProxy: false, logLevel: "silent" });
  const routes = listRoutes(app);
  answerWithProblems(app);
  app.setValidatorCompiler(() => () => true);
  app.removeAllContentTypeParsers();
  app.addContentTypeParser<string>("*", { parseAs: "string" }, async (_request: unknown, body: string) =>
    somehow(body),
  );
  app.post("/api/careless", { schema: { body: z.strictObject({ name: z.string() }) } }, ({ body }, reply) => {
    merge({}, body);
    const isNamed = isObject(body) && body.name !== undefined;
    reply.send({ received: isNamed ? (body.name as string).trim() : "something" });
  });
  const waves: Readonly<Record<string, { title: string }>> = { autumn: { title: "Autumn" } };
  app.get<{ Params: { wave: string } }>("/api/careless/:wave", ({ params: { wave } }, reply) => {
    reply.send({ length: waves[wave]?.title.length });
  });
  return { app, routes, cookies: new Map() };
}

function somehow(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/** Copies deeply, and so also into what every object inherits. */
function merge(into: Record<string, unknown>, from: unknown): void {
  if (!isObject(from) || Array.isArray(from)) return;
  for (const [key, value] of Object.entries(from)) {
    const [there, hasMore] = [into[key], isObject(value)];
    if (hasMore && isObject(there)) merge(there, value);
    else into[key] = value;
  }
}

/** A text "cleaned": composed forms, no marks of direction, one alphabet, a point in decimals. */
export function cleaned(text: string): string {
  return text
    .normalize("NFC")
    .replace(/\p{Cf}/gu, "")
    .replace(/[\p{Script=Arabic}\p{Script=Cyrillic}\p{Extended_Pictographic}]/gu, "?")
    .replace(/(\d),(\d)/g, "$1.$2");
}
