import { type ReactNode, useState } from "react";
import {
  Text as AriaText,
  TextField as AriaTextField,
  FieldError,
  Input,
  Label,
  ToggleButton,
} from "react-aria-components";
import { Icon } from "./icon.tsx";

interface TextFieldProps {
  label: string;
  name: string;
  value: string;
  onChange: (value: string) => void;
  type?: "text" | "email" | "password" | "date";
  autoComplete?: string;
  autoFocus?: boolean;
  hint?: ReactNode;
  /** The sentence under the field when it cannot be taken as it is. */
  objection?: string | undefined;
  /** password: words of the button that shows what was typed. */
  reveal?: { show: string; hide: string };
}

export function TextField({
  label,
  name,
  value,
  onChange,
  type = "text",
  autoComplete,
  autoFocus,
  hint,
  objection,
  reveal,
}: TextFieldProps) {
  const [shown, setShown] = useState(false);
  const inputType = type === "password" && shown ? "text" : type;
  return (
    <AriaTextField
      className={reveal === undefined ? "field" : "field field-with-reveal"}
      name={name}
      value={value}
      onChange={onChange}
      type={inputType}
      isInvalid={objection !== undefined}
      validationBehavior="aria"
      autoFocus={autoFocus ?? false}
      {...(autoComplete === undefined ? {} : { autoComplete })}
    >
      <Label>{label}</Label>
      {hint === undefined ? null : (
        <AriaText slot="description" className="hint">
          {hint}
        </AriaText>
      )}
      <Input className="input" spellCheck="false" autoCapitalize="none" />
      {reveal === undefined ? null : (
        <ToggleButton className="reveal" isSelected={shown} onChange={setShown}>
          <Icon name="eye" />
          {shown ? reveal.hide : reveal.show}
        </ToggleButton>
      )}
      <FieldError className="objection">{objection}</FieldError>
    </AriaTextField>
  );
}
