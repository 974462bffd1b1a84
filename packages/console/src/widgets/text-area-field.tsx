import type { ReactNode } from "react";
import { FieldError, Label, Text, TextArea, TextField } from "react-aria-components";

interface TextAreaFieldProps {
  label: string;
  name: string;
  value: string;
  onChange: (value: string) => void;
  hint?: ReactNode;
  objection?: string | undefined;
}

/** Several lines of text. */
export function TextAreaField({ label, name, value, onChange, hint, objection }: TextAreaFieldProps) {
  return (
    <TextField
      className="field field-wide"
      name={name}
      value={value}
      onChange={onChange}
      isInvalid={objection !== undefined}
      validationBehavior="aria"
    >
      <Label>{label}</Label>
      {hint === undefined ? null : (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      )}
      <TextArea className="input text-area" rows={6} spellCheck="false" />
      <FieldError className="objection">{objection}</FieldError>
    </TextField>
  );
}
