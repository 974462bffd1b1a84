import type { ReactNode } from "react";
import { Button as AriaButton } from "react-aria-components";

interface ButtonProps {
  /** One "act" on a screen at most; "plain" looks like text. */
  kind?: "act" | "quiet" | "plain";
  label?: string;
  type?: "button" | "submit";
  /** While true, what was asked for is under way and pressing again does nothing. */
  busy?: boolean;
  disabled?: boolean;
  slot?: string;
  testId?: string;
  onPress?: () => void;
  children: ReactNode;
}

export function Button({
  kind = "quiet",
  label,
  type = "button",
  busy,
  disabled,
  slot,
  testId,
  onPress,
  children,
}: ButtonProps) {
  return (
    <AriaButton
      className={`button button-${kind}`}
      type={busy ? "button" : type}
      {...(busy ? { "data-busy": true } : {})}
      isDisabled={disabled ?? false}
      {...(label === undefined ? {} : { "aria-label": label })}
      {...(slot === undefined ? {} : { slot })}
      {...(testId === undefined ? {} : { "data-testid": testId })}
      {...(onPress === undefined || busy ? {} : { onPress })}
    >
      {children}
    </AriaButton>
  );
}
