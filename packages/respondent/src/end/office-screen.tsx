import type { PublicWave } from "@tiltas/contract/waves";
import type { Words } from "@tiltas/instrument/words";
import { Screen } from "../frame/index.ts";
import { HelpList } from "./help-list.tsx";
import { WhatIsLeft } from "./what-is-left.tsx";

interface OfficeScreenProps {
  readonly number: string;
  readonly municipality: string | undefined;
  readonly help: PublicWave["help"];
  readonly nothingLeft: boolean;
  readonly words: Words;
  readonly language: string;
}

/** The response was objected to but kept: the office has it, this device need not. */
export function OfficeScreen(props: OfficeScreenProps) {
  const { number, nothingLeft, words } = props;
  return (
    <Screen name="office" heading={words.officeTitle}>
      <p>{words.office}</p>
      <p className="response-number" dir="ltr" translate="no">
        {number}
      </p>
      <HelpList {...props} />
      <WhatIsLeft nothingLeft={nothingLeft} words={words} />
    </Screen>
  );
}
