import { Problem, type ProblemCode, problemCatalogue } from "@tiltas/contract/problems";
import { Receipt } from "@tiltas/contract/responses";

/** What came back for one attempt to send. Offline, cut off and redirected are all silence. */
export type Reply =
  | { readonly kind: "silence" }
  | {
      readonly kind: "reply";
      readonly status: number;
      /** Parsed JSON, or undefined when the body was something else. */
      readonly body: unknown;
      readonly retryAfterSeconds?: number;
    };

/** What the device does next with the response it holds. */
export type SyncDecision =
  | { readonly kind: "delivered"; readonly code: string; readonly origin: string }
  | { readonly kind: "with-the-office" }
  /** The person took it back elsewhere: nothing is to be sent any more. */
  | { readonly kind: "withdrawn" }
  /** Find a nonce so that SHA-256("<challenge>.<nonce>") begins with `bits` zero bits, and send again with it. */
  | { readonly kind: "proof-needed"; readonly challenge: string; readonly bits: number }
  /** The office no longer knows this tablet: the whole queue waits until it is paired again. */
  | { readonly kind: "pair-again" }
  | { readonly kind: "set-aside"; readonly problem: ProblemCode }
  | { readonly kind: "try-later"; readonly afterSeconds?: number };

/** The part of an upload by which a reply is recognised as its own. */
export interface Identity {
  readonly responseId: string;
  readonly revision: number;
  readonly hash: string;
}

/** Problems that pass by themselves; everything else of 4xx needs a person. */
const passing: ReadonlySet<string> = new Set([
  "too-many-attempts",
  "overloaded",
  "unavailable",
  "storage-full",
  "internal",
]);

/**
 * The only place where it is decided whether a device may let go of a response.
 * Rules and reasons: README.md in this folder.
 */
export function syncDecision(sent: Identity, reply: Reply): SyncDecision {
  if (reply.kind === "silence") return { kind: "try-later" };
  const receipt = receiptFor(sent, reply);
  if (receipt) return { kind: "delivered", code: receipt.code, origin: receipt.origin };
  const later: SyncDecision =
    reply.retryAfterSeconds === undefined
      ? { kind: "try-later" }
      : { kind: "try-later", afterSeconds: reply.retryAfterSeconds };
  const problem = ourProblem(reply);
  if (problem === undefined) return later;
  if (isInQuarantine(sent, problem)) return { kind: "with-the-office" };
  if (isWithdrawn(sent, problem)) return { kind: "withdrawn" };
  const code = codeOf(problem);
  if (code === "proof-needed") return problem.proof ? { kind: "proof-needed", ...problem.proof } : later;
  if (code === "device-unknown") return { kind: "pair-again" };
  if (code === undefined || passing.has(code) || reply.status >= 500) return later;
  return { kind: "set-aside", problem: code };
}

type Answered = Extract<Reply, { kind: "reply" }>;

function receiptFor(sent: Identity, { status, body }: Answered): Receipt | undefined {
  if (status !== 200 && status !== 201) return undefined;
  const { data: receipt } = Receipt.safeParse(body);
  const isOurs =
    receipt?.responseId === sent.responseId &&
    receipt.revision === sent.revision &&
    receipt.hash === sent.hash;
  return isOurs ? receipt : undefined;
}

/** A refusal counts only when it is a problem document of our own catalogue: a proxy's 403 page is not ours. */
function ourProblem({ status, body }: Answered): Problem | undefined {
  if (status < 400) return undefined;
  const { data: problem } = Problem.safeParse(body);
  return problem?.status === status ? problem : undefined;
}

function isInQuarantine(sent: Identity, { quarantined }: Problem): boolean {
  return quarantined?.responseId === sent.responseId && quarantined.hash === sent.hash;
}

function isWithdrawn(sent: Identity, { withdrawn, status }: Problem): boolean {
  return status === 410 && withdrawn?.responseId === sent.responseId;
}

function codeOf({ type }: Problem): ProblemCode | undefined {
  const name = type.replace(/^\/problems\//, "");
  return isProblemCode(name) ? name : undefined;
}

export function isProblemCode(name: string): name is ProblemCode {
  return Object.hasOwn(problemCatalogue, name);
}
