import { digest } from "@tiltas/instrument/versions";

/** The questionnaire, or why it cannot be opened. */
export type QuestionnaireFound =
  | { readonly kind: "found"; readonly questionnaire: object }
  | { readonly kind: "unreachable" }
  | { readonly kind: "other-version" };

/** Fetches the questionnaire by its digest and checks that it is the one asked for: an interview is never held on another version. */
export async function fetchQuestionnaire(
  wanted: string,
  fetchNow: typeof fetch,
): Promise<QuestionnaireFound> {
  try {
    const response = await fetchNow(`/api/instruments/${wanted}`, { redirect: "error" });
    if (response.status === 404) return { kind: "other-version" };
    if (!response.ok) return { kind: "unreachable" };
    const questionnaire: unknown = await response.json();
    if (typeof questionnaire !== "object" || questionnaire === null) return { kind: "unreachable" };
    return digest(questionnaire) === wanted ? { kind: "found", questionnaire } : { kind: "other-version" };
  } catch {
    return { kind: "unreachable" };
  }
}
