import { useStrings } from "../shell/index.ts";
import { TextField } from "../widgets/index.ts";
import { leastPassword, objectToEmail } from "./entries.ts";

interface EntryProps {
  value: string;
  onChange: (value: string) => void;
  /** Objections are said only once somebody has tried to go on. */
  tried: boolean;
}

export function EmailField({ autoFocus = false, tried, ...entry }: EntryProps & { autoFocus?: boolean }) {
  const { access } = useStrings();
  const wrong = tried ? objectToEmail(entry.value) : undefined;
  return (
    <TextField
      label={access.email}
      name="email"
      type="email"
      autoComplete="username"
      autoFocus={autoFocus}
      objection={wrong && { missing: access.emailMissing, wrong: access.emailWrong }[wrong]}
      {...entry}
    />
  );
}

export function PasswordField({ tried, ...entry }: EntryProps) {
  const { access } = useStrings();
  return (
    <TextField
      label={access.password}
      name="password"
      type="password"
      autoComplete="current-password"
      reveal={{ show: access.showPassword, hide: access.hidePassword }}
      objection={tried && entry.value === "" ? access.passwordMissing : undefined}
      {...entry}
    />
  );
}

export function NewPasswordField({ tried, ...entry }: EntryProps) {
  const { access } = useStrings();
  const length = [...entry.value].length;
  return (
    <TextField
      label={access.choosePassword}
      name="new-password"
      type="password"
      autoComplete="new-password"
      hint={access.passwordHint}
      reveal={{ show: access.showPassword, hide: access.hidePassword }}
      objection={tried && length < leastPassword ? access.passwordShort(leastPassword, length) : undefined}
      {...entry}
    />
  );
}
