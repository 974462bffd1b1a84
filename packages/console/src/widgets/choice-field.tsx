import { FieldError, Label, Radio, RadioGroup } from "react-aria-components";

export interface Choice<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly description?: string;
}

interface ChoiceFieldProps<T extends string> {
  label: string;
  choices: readonly Choice<T>[];
  value: T | null;
  onChange: (value: T) => void;
  objection?: string | undefined;
  layout?: "list" | "row";
}

/** A few choices, all in sight, each with what it means. */
export function ChoiceField<T extends string>({
  label,
  choices,
  value,
  onChange,
  objection,
  layout = "list",
}: ChoiceFieldProps<T>) {
  const choose = (chosen: string) => {
    const choice = choices.find((candidate) => candidate.value === chosen);
    if (choice) onChange(choice.value);
  };
  return (
    <RadioGroup
      className="field"
      value={value}
      onChange={choose}
      isInvalid={objection !== undefined}
      validationBehavior="aria"
    >
      <Label>{label}</Label>
      <div className={`choices choices-${layout}`}>
        {choices.map((choice) => (
          <Radio key={choice.value} value={choice.value} className="choice">
            <span className="choice-mark" aria-hidden="true" />
            <span className="choice-words">
              <span className="choice-label">{choice.label}</span>
              {choice.description === undefined ? null : (
                <span className="choice-description">{choice.description}</span>
              )}
            </span>
          </Radio>
        ))}
      </div>
      <FieldError className="objection">{objection}</FieldError>
    </RadioGroup>
  );
}
