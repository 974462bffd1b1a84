import { PublicWave } from "@tiltas/contract/waves";

/** The wave a link leads to, or why there is none. */
export type WaveFound =
  | { readonly kind: "found"; readonly wave: PublicWave }
  | { readonly kind: "unknown" }
  | { readonly kind: "unreachable" };

export async function findWave(id: string, fetchNow: typeof fetch): Promise<WaveFound> {
  try {
    const response = await fetchNow(`/api/waves/${encodeURIComponent(id)}`, {
      redirect: "error",
      cache: "no-store",
    });
    if (response.status === 404) return { kind: "unknown" };
    const { data: wave } = PublicWave.safeParse(await response.json());
    return wave === undefined ? { kind: "unreachable" } : { kind: "found", wave };
  } catch {
    return { kind: "unreachable" };
  }
}
