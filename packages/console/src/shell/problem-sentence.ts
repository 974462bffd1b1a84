import { ApiProblem, type ProblemKind } from "./api/problem.ts";
import type { StaffLanguage } from "./preferred-language.ts";

/**
 * The sentence for a refusal. The server writes its own in English and knows most about the case, so English
 * readers see that; Lithuanian readers see ours.
 */
export function problemSentence(
  problem: unknown,
  language: StaffLanguage,
  sentences: Readonly<Record<ProblemKind, string>>,
): string {
  if (!(problem instanceof ApiProblem)) return sentences["not-understood"];
  if (language === "en" && problem.message !== "") return problem.message;
  return sentences[problem.kind];
}
