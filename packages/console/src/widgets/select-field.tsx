import {
  Button,
  FieldError,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select,
  SelectValue,
  Text,
} from "react-aria-components";
import { Icon } from "./icon.tsx";

export interface SelectOption {
  readonly value: string;
  readonly label: string;
}

interface SelectFieldProps {
  label: string;
  options: readonly SelectOption[];
  value: string | null;
  onChange: (value: string) => void;
  placeholder: string;
  hint?: string;
  objection?: string | undefined;
}

/** A long list, closed; typing the first letters finds an option. */
export function SelectField({
  label,
  options,
  value,
  onChange,
  placeholder,
  hint,
  objection,
}: SelectFieldProps) {
  return (
    <Select
      className="field"
      value={value}
      onChange={(key) => key !== null && onChange(String(key))}
      placeholder={placeholder}
      isInvalid={objection !== undefined}
      validationBehavior="aria"
    >
      <Label>{label}</Label>
      {hint === undefined ? null : (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      )}
      <Button className="input select-button">
        <SelectValue />
        <Icon name="down" />
      </Button>
      <FieldError className="objection">{objection}</FieldError>
      <Popover className="popover">
        <ListBox
          className="listbox"
          items={options.map((option) => ({ id: option.value, label: option.label }))}
        >
          {(option) => (
            <ListBoxItem className="option" textValue={option.label}>
              {({ isSelected }) => (
                <>
                  <span>{option.label}</span>
                  {isSelected ? <Icon name="check" /> : null}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}
