import { bareCode, PersonalCode } from "@tiltas/contract/codes";
import { type FormEvent, useState } from "react";
import { Screen } from "../frame/index.ts";
import type { Strings } from "./strings/index.ts";
import type { Contact } from "./use-office.ts";

interface PairingScreenProps {
  readonly strings: Strings;
  readonly onPair: (code: string) => Promise<Contact>;
}

/** The tablet shows the code that the coordinator read out, and is known from then on. */
export function PairingScreen({ strings, onPair }: PairingScreenProps) {
  const [written, setWritten] = useState("");
  const [isAsking, setAsking] = useState(false);
  const [objection, setObjection] = useState("");
  const pair = async (event: FormEvent) => {
    event.preventDefault();
    const { data: code } = PersonalCode.safeParse(bareCode(written));
    if (code === undefined) return setObjection(strings.pairMistyped);
    setAsking(true);
    const contact = await onPair(code);
    setAsking(false);
    if (contact !== "ok") setObjection(contact === "unknown" ? strings.pairUnknown : strings.unreachable);
  };
  const bottom = (
    <button type="submit" form="pairing" className="primary" disabled={isAsking}>
      {strings.pairButton}
    </button>
  );
  return (
    <Screen name="pairing" heading={strings.pairTitle} bottom={bottom}>
      <p>{strings.pairDetail}</p>
      <form id="pairing" className="code-form" onSubmit={pair}>
        <label htmlFor="pairing-code">{strings.pairField}</label>
        <input
          id="pairing-code"
          className="text-field code-field"
          dir="ltr"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={20}
          value={written}
          aria-invalid={objection !== "" || undefined}
          aria-describedby="pairing-objection"
          onChange={(event) => setWritten(event.currentTarget.value)}
        />
        <p id="pairing-objection" className="field-objection" role="alert">
          {objection}
        </p>
      </form>
    </Screen>
  );
}
