import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";

/** What a server asked of the disk and told its clients, in the order in which it happened. */
export type Call =
  /** `at`: null at the end of the file. */
  | { readonly kind: "write"; readonly path: string; readonly at: number | null; readonly bytes: Buffer }
  | { readonly kind: "truncate"; readonly path: string; readonly size: number }
  | { readonly kind: "sync"; readonly path: string }
  /** The system takes the writes before it as done and forgets them: asking again would be told that all is well. */
  | { readonly kind: "failed-sync"; readonly path: string }
  | { readonly kind: "remove"; readonly path: string }
  | { readonly kind: "rename"; readonly path: string; readonly to: string }
  | { readonly kind: "acknowledge"; readonly responseIds: readonly string[] };

/**
 * strace and its words: every write, sync and removal of the program and its threads, with all bytes, in hexadecimal.
 * @param failing  which calls fail and how, in the words of strace: "fsync:error=EIO:when=40+"
 */
export function tracedInto(log: string, failing?: string): readonly string[] {
  const calls = "pwrite64,pwritev,pwritev2,write,writev,fdatasync,fsync,ftruncate,unlink,unlinkat,rename";
  const form = ["-f", "-qq", "-y", "-xx", "-s", "400000", "-e", "signal=none", "--seccomp-bpf"];
  const inject = failing === undefined ? [] : ["-e", `inject=${failing}`];
  return ["strace", ...form, "-e", `trace=${calls}`, ...inject, "-o", log];
}

/**
 * Reads the log of `tracedInto`. A call counts when it has come back: what was asked but not answered may not have happened.
 * An acknowledgement counts when it sets out.
 */
export async function readCalls(log: string): Promise<Call[]> {
  const calls: Call[] = [];
  const begun = new Map<string, string>();
  for await (const line of createInterface({ input: createReadStream(log, "latin1") })) {
    const [, thread = "", rest = ""] = /^(\d+) +(.*)$/.exec(line) ?? [];
    const acknowledged = rest.startsWith("<...") ? undefined : acknowledgementIn(rest);
    if (acknowledged) calls.push(acknowledged);
    if (rest.endsWith("<unfinished ...>")) begun.set(thread, rest.slice(0, -"<unfinished ...>".length));
    else {
      const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(rest);
      const call = callIn(resumed ? `${begun.get(thread) ?? ""}${resumed[1]}` : rest);
      if (call) calls.push(call);
    }
  }
  return calls;
}

const socket = /^(?:write|writev)\(\d+<(?:TCP|TCPv6|socket):/;

function acknowledgementIn(text: string): Call | undefined {
  const isSocket = socket.test(withPath(text));
  if (!isSocket) return undefined;
  const said = bytesIn(text).toString("latin1");
  if (!/"outcome":"(already-)?stored"/.test(said)) return undefined;
  const responseIds = [...said.matchAll(/"responseId":"([\w-]+)"/g)].map(([, id]) => id ?? "");
  return { kind: "acknowledge", responseIds };
}

/** The call with the path of its file readable, for what stands before the first text. */
function withPath(text: string): string {
  return text.slice(0, 400).replace(/<((?:\\x..)+)>/, (_, hex: string) => `<${plain(hex)}>`);
}

function callIn(text: string): Call | undefined {
  const end = text.slice(-80);
  const hasFailed = / = -1 /.test(end);
  const hasComeBack = hasFailed || / = \d+$/.test(end);
  if (!hasComeBack) return undefined;
  if (hasFailed && !/^f(data)?sync/.test(text)) return undefined;
  const [, name = "", path = ""] = /^(\w+)\(\d+<([^>]*)>/.exec(withPath(text)) ?? [];
  if (name === "" || path === "") return callOnName(text);
  if (!path.startsWith("/")) return undefined;
  if (name === "fsync" || name === "fdatasync") return { kind: hasFailed ? "failed-sync" : "sync", path };
  if (name === "ftruncate") return { kind: "truncate", path, size: Number(/, (\d+)\s*\)/.exec(text)?.[1]) };
  const at = name === "pwrite64" ? Number(/, (\d+)\s*\) += \d+$/.exec(text)?.[1]) : null;
  const written = Number(/ = (\d+)$/.exec(text)?.[1]);
  return { kind: "write", path, at, bytes: bytesIn(text).subarray(0, written) };
}

function callOnName(text: string): Call | undefined {
  const names = [...text.matchAll(/"((?:\\x..)*)"/g)].map(([, hex]) => plain(hex ?? ""));
  const [path = "", to = ""] = names;
  if (text.startsWith("unlink")) return { kind: "remove", path };
  return text.startsWith("rename") ? { kind: "rename", path, to } : undefined;
}

function bytesIn(text: string): Buffer {
  const texts = [...text.matchAll(/"((?:\\x..)*)"/g)].map(([, hex]) => hex?.replaceAll("\\x", "") ?? "");
  return Buffer.from(texts.join(""), "hex");
}

function plain(hex: string): string {
  return Buffer.from(hex.replaceAll("\\x", ""), "hex").toString("utf8");
}
