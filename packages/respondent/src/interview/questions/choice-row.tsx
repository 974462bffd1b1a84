import type { ReactNode } from "react";

interface ChoiceRowProps {
  readonly type: "radio" | "checkbox";
  readonly id: string;
  readonly name: string;
  readonly isChosen: boolean;
  readonly isInvalid: boolean;
  readonly onChoose: () => void;
  readonly children: ReactNode;
}

/** One choice: the whole row is the target; chosen is shown by fill and a check. */
export function ChoiceRow({ type, id, name, isChosen, isInvalid, onChoose, children }: ChoiceRowProps) {
  return (
    <label className={`choice choice-${type}${isChosen ? " is-chosen" : ""}`}>
      <input
        type={type}
        id={id}
        name={name}
        checked={isChosen}
        aria-invalid={isInvalid || undefined}
        onChange={onChoose}
      />
      <span className="choice-sign" aria-hidden="true" />
      <span className="choice-text">{children}</span>
    </label>
  );
}
