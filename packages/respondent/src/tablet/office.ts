import { CaseList as Cases, type DeviceReport, Paired } from "@tiltas/contract/devices";
import { Problem } from "@tiltas/contract/problems";

/** What came of asking the office. */
export type Answer<T> =
  | { readonly kind: "ok"; readonly value: T }
  /** The code, or this tablet, is not known. */
  | { readonly kind: "unknown" }
  | { readonly kind: "unreachable" };

/** The office, as a paired tablet speaks with it. Never throws. */
export interface Office {
  pair(code: string): Promise<Answer<Paired>>;
  /** Says how the tablet stands; the cases come back as the office has them. */
  report(token: string, report: DeviceReport): Promise<Answer<CaseList>>;
}

export type CaseList = ReturnType<typeof Cases.parse>;

const patienceMilliseconds = 20_000;
const unknown: ReadonlySet<string> = new Set(["/problems/code-unknown", "/problems/device-unknown"]);

export function httpOffice(fetchNow: typeof fetch): Office {
  async function post<T>(
    path: string,
    body: object,
    schema: { safeParse(value: unknown): { data?: T | undefined } },
    token?: string,
  ): Promise<Answer<T>> {
    try {
      const reply = await fetchNow(path, {
        method: "POST",
        headers: {
          "Content-Type": "application/json",
          Accept: "application/json",
          ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
        },
        body: JSON.stringify(body),
        redirect: "error",
        cache: "no-store",
        signal: AbortSignal.timeout(patienceMilliseconds),
      });
      const said: unknown = await reply.json();
      if (unknown.has(Problem.safeParse(said).data?.type ?? "")) return { kind: "unknown" };
      const { data } = schema.safeParse(reply.ok ? said : undefined);
      return data === undefined ? { kind: "unreachable" } : { kind: "ok", value: data };
    } catch {
      return { kind: "unreachable" };
    }
  }
  return {
    pair: (code) => post("/api/devices", { code }, Paired),
    report: (token, report) => post("/api/device/report", report, Cases, token),
  };
}
