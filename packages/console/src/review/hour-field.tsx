import { useId } from "react";

interface HourFieldProps {
  label: string;
  hint: string;
  value: string;
  onChange: (value: string) => void;
  objection?: string | undefined;
}

/** A day and a full hour, in the browser's own field. */
export function HourField({ label, hint, value, onChange, objection }: HourFieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <p className="hint" id={`${id}-hint`}>
        {hint}
      </p>
      <input
        id={id}
        className="input"
        type="datetime-local"
        step={3600}
        value={value}
        aria-describedby={`${id}-hint ${id}-objection`}
        aria-invalid={objection !== undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      <p className="objection" id={`${id}-objection`}>
        {objection}
      </p>
    </div>
  );
}
