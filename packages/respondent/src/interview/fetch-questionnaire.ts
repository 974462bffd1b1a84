import { Conduct } from "@tiltas/contract/conduct";
import { DrawingRules } from "@tiltas/contract/drawing";
import { digest } from "@tiltas/instrument/versions";

/** All that asking needs: the questionnaire, what chance and the application fill in, and how it wants to be asked. */
export interface Questions {
  readonly questionnaire: object;
  readonly drawing: DrawingRules;
  readonly conduct: Conduct;
}

/** The questions, or why they cannot be opened. */
export type QuestionsFound =
  | ({ readonly kind: "found" } & Questions)
  | { readonly kind: "unreachable" }
  | { readonly kind: "other-version" };

/**
 * Fetches the questionnaire by its digest and checks that it is the one asked for: an interview is never held on another
 * version.
 */
export async function fetchQuestionnaire(wanted: string, fetchNow: typeof fetch): Promise<QuestionsFound> {
  try {
    const address = `/api/instruments/${wanted}`;
    const [response, rules, manners] = await Promise.all(
      [address, `${address}/drawing`, `${address}/conduct`].map((each) =>
        fetchNow(each, { redirect: "error" }),
      ),
    );
    if (response?.status === 404) return { kind: "other-version" };
    if (!response?.ok || !rules?.ok || !manners?.ok) return { kind: "unreachable" };
    const questionnaire: unknown = await response.json();
    const { data: drawing } = DrawingRules.safeParse(await rules.json());
    const { data: conduct } = Conduct.safeParse(await manners.json());
    if (typeof questionnaire !== "object" || questionnaire === null || !drawing || !conduct)
      return { kind: "unreachable" };
    return digest(questionnaire) === wanted
      ? { kind: "found", questionnaire, drawing, conduct }
      : { kind: "other-version" };
  } catch {
    return { kind: "unreachable" };
  }
}
