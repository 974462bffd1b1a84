import type { ReactNode } from "react";

interface ChoiceRowProps {
  readonly type: "radio" | "checkbox";
  readonly id: string;
  readonly name: string;
  readonly isChosen: boolean;
  readonly isInvalid: boolean;
  /** True where the limit of choices is reached: the row is shown, but cannot be chosen. */
  readonly isOff?: boolean | undefined;
  readonly describedBy?: string | undefined;
  readonly onChoose: () => void;
  readonly children: ReactNode;
}

/** One choice: the whole row is the target; chosen is shown by fill and a check. */
export function ChoiceRow({
  type,
  id,
  name,
  isChosen,
  isInvalid,
  onChoose,
  children,
  ...more
}: ChoiceRowProps) {
  const { isOff = false, describedBy } = more;
  const state = `${isChosen ? " is-chosen" : ""}${isOff ? " is-off" : ""}`;
  return (
    <label className={`choice choice-${type}${state}`}>
      <input
        type={type}
        id={id}
        name={name}
        checked={isChosen}
        disabled={isOff}
        aria-invalid={isInvalid || undefined}
        aria-describedby={describedBy}
        onChange={onChoose}
      />
      <span className="choice-sign" aria-hidden="true" />
      <span className="choice-text">{children}</span>
    </label>
  );
}
