import type { ReactNode } from "react";
import type { Question } from "survey-core";
import { describedBy } from "./described.ts";

interface GroupProps {
  readonly role: "radiogroup" | "group";
  readonly question: Question;
  readonly className: string;
  /** Id of words that explain the choices, such as the ends of a scale. */
  readonly explainedBy?: string | undefined;
  readonly children: ReactNode;
}

/** Ties the choices to their question for those who hear the page: its title, its description, its objections. */
export function Group({ role, question, className, explainedBy = "", children }: GroupProps) {
  const described = [explainedBy, describedBy(question)].filter(Boolean).join(" ");
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles take a name
    <div
      role={role}
      className={className}
      aria-labelledby={question.ariaTitleId}
      aria-describedby={described || undefined}
      aria-required={(role === "radiogroup" && question.isRequired) || undefined}
    >
      {children}
    </div>
  );
}
