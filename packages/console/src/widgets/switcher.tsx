import { ToggleButton, ToggleButtonGroup } from "react-aria-components";

export interface SwitchOption<T extends string> {
  readonly value: T;
  /** Short text on the button, with its full name for those who cannot see the pair. */
  readonly short: string;
  readonly name: string;
}

/** Two or three values, exactly one of them in force. */
export function Switcher<T extends string>({
  label,
  options,
  value,
  onChange,
}: {
  label: string;
  options: readonly SwitchOption<T>[];
  value: T;
  onChange: (value: T) => void;
}) {
  return (
    <ToggleButtonGroup
      className="switcher"
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const chosen = options.find((option) => keys.has(option.value));
        if (chosen) onChange(chosen.value);
      }}
    >
      {options.map((option) => (
        <ToggleButton key={option.value} id={option.value} className="switcher-option" lang={option.value}>
          <span aria-hidden="true">{option.short}</span>
          <span className="unseen">{option.name}</span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
