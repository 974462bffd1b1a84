import { useId, useState } from "react";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";

interface CopyFieldProps {
  label: string;
  value: string;
  copy: string;
  copied: string;
  failed: string;
  testId?: string;
}

/** A text to be carried elsewhere: whole in sight, with a button that copies it. */
export function CopyField({ label, value, copy, copied, failed, testId }: CopyFieldProps) {
  const id = useId();
  const [outcome, setOutcome] = useState<"none" | "copied" | "failed">("none");
  const copyNow = () =>
    writeToClipboard(value).then(
      () => setOutcome("copied"),
      () => setOutcome("failed"),
    );
  return (
    <div className="copy-field">
      <span id={id} className="label">
        {label}
      </span>
      <output
        className="copy-value"
        aria-labelledby={id}
        {...(testId === undefined ? {} : { "data-testid": testId })}
      >
        {value}
      </output>
      <Button onPress={copyNow}>
        <Icon name={outcome === "copied" ? "check" : "copy"} />
        {outcome === "copied" ? copied : copy}
      </Button>
      <span className={outcome === "failed" ? "objection" : "unseen"} role="status">
        {outcome === "failed" ? failed : outcome === "copied" ? copied : ""}
      </span>
    </div>
  );
}

/** Fails also where the page is not served safely and the browser offers no clipboard. */
export async function writeToClipboard(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}
