import { unattendedHeader } from "@tiltas/contract/people";
import { ApiProblem, readProblem } from "./problem.ts";

/** The part of a contract schema that reading an answer needs. */
export interface Shape<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false };
}

export type Method = "GET" | "POST" | "DELETE";

/** Milliseconds between the server's clock and ours, from the last answer that carried a date. */
let clockOffset = 0;

/** The server's time now, so that a wrong clock on this computer shortens no session. */
export function serverNow(): number {
  return Date.now() + clockOffset;
}

/** One exchange with the server; throws `ApiProblem` and nothing else. */
export async function send(method: Method, path: string, body?: unknown): Promise<unknown> {
  const response = await reach(method, path, body);
  const date = Date.parse(response.headers.get("date") ?? "");
  if (Number.isFinite(date)) clockOffset = date - Date.now();
  const document = await readDocument(response);
  if (!response.ok) throw readProblem(document);
  return document;
}

/** One exchange whose answer has a shape in the contract. */
export async function ask<T>(shape: Shape<T>, method: Method, path: string, body?: unknown): Promise<T> {
  const answer = shape.safeParse(await send(method, path, body));
  if (!answer.success) throw new ApiProblem("not-understood");
  return answer.data;
}

/**
 * Pages ask again by themselves, so asking says nothing about whether someone is there. Reading the session does:
 * the page reads it when someone works.
 */
function saysNobodyIsThere(method: Method, path: string): Record<string, string> {
  return method === "GET" && path !== "/api/session" ? { [unattendedHeader]: "1" } : {};
}

async function reach(method: Method, path: string, body: unknown): Promise<Response> {
  const json = method === "GET" ? {} : { "content-type": "application/json" };
  try {
    return await fetch(path, {
      method,
      headers: { accept: "application/json", ...json, ...saysNobodyIsThere(method, path) },
      ...(method === "GET" ? {} : { body: JSON.stringify(body ?? {}) }),
      credentials: "same-origin",
      cache: "no-store",
    });
  } catch {
    throw new ApiProblem("unreachable");
  }
}

async function readDocument(response: Response): Promise<unknown> {
  try {
    const text = await response.text();
    return text === "" ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
