import { Problem } from "@tiltas/contract/problems";
import { SealedDraft } from "@tiltas/contract/resumes";
import type { Draft } from "../device/index.ts";
import { nameOf, openedWith, sealedUnder } from "./sealed-draft.ts";

/** What came of asking for a draft by its code. */
export type Taken =
  | { readonly kind: "taken"; readonly draft: Draft }
  | { readonly kind: "unknown" }
  | { readonly kind: "unreachable" };

/** Carries an unfinished interview from one device to another; nobody on the way can open it. */
export interface Mover {
  /** Resolves when the server has it; rejects when it has not. */
  send(code: string, draft: Draft): Promise<void>;
  /** The server gives it once; to this page once more, should the answer be lost on the way. */
  take(code: string): Promise<Taken>;
}

const patienceMilliseconds = 20_000;

export function httpMover(fetchNow: typeof fetch): Mover {
  const taker = crypto.randomUUID().replaceAll("-", "");
  const ask = async (path: string, method: "PUT" | "POST", body: object) =>
    fetchNow(path, {
      method,
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      body: JSON.stringify(body),
      redirect: "error",
      cache: "no-store",
      signal: AbortSignal.timeout(patienceMilliseconds),
    });
  return {
    async send(code, draft) {
      const reply = await ask(`/api/resumes/${await nameOf(code)}`, "PUT", await sealedUnder(code, draft));
      if (reply.status !== 204 && reply.status !== 201)
        throw new Error(`The server did not take the draft: ${reply.status}.`);
    },
    async take(code) {
      try {
        const reply = await ask(`/api/resumes/${await nameOf(code)}/take`, "POST", { taker });
        const body: unknown = await reply.json();
        if (Problem.safeParse(body).data?.type === "/problems/code-unknown") return { kind: "unknown" };
        const { data: sealed } = SealedDraft.safeParse(body);
        if (!reply.ok || sealed === undefined) return { kind: "unreachable" };
        const draft = await openedWith(code, sealed);
        return draft === undefined ? { kind: "unknown" } : { kind: "taken", draft };
      } catch {
        return { kind: "unreachable" };
      }
    },
  };
}
