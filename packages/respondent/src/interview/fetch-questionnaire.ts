import { DrawingRules } from "@tiltas/contract/drawing";
import { digest } from "@tiltas/instrument/versions";

/** The questionnaire, or why it cannot be opened. */
export type QuestionnaireFound =
  | { readonly kind: "found"; readonly questionnaire: object; readonly drawing: DrawingRules }
  | { readonly kind: "unreachable" }
  | { readonly kind: "other-version" };

/**
 * Fetches the questionnaire by its digest and checks that it is the one asked for: an interview is never held on another
 * version. What chance and the application fill in comes with it.
 */
export async function fetchQuestionnaire(
  wanted: string,
  fetchNow: typeof fetch,
): Promise<QuestionnaireFound> {
  try {
    const address = `/api/instruments/${wanted}`;
    const [response, rules] = await Promise.all(
      [address, `${address}/drawing`].map((each) => fetchNow(each, { redirect: "error" })),
    );
    if (response?.status === 404) return { kind: "other-version" };
    if (!response?.ok || !rules?.ok) return { kind: "unreachable" };
    const questionnaire: unknown = await response.json();
    const { data: drawing } = DrawingRules.safeParse(await rules.json());
    if (typeof questionnaire !== "object" || questionnaire === null || drawing === undefined)
      return { kind: "unreachable" };
    return digest(questionnaire) === wanted
      ? { kind: "found", questionnaire, drawing }
      : { kind: "other-version" };
  } catch {
    return { kind: "unreachable" };
  }
}
