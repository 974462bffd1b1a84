import type { PublicWave } from "@tiltas/contract/waves";
import { Screen } from "../frame/index.ts";
import { HelpList } from "./help-list.tsx";
import { nextPerson } from "./next-person.tsx";
import { WhatIsLeft, type WhatIsLeftProps } from "./what-is-left.tsx";

interface OfficeScreenProps extends WhatIsLeftProps {
  readonly number: string;
  readonly municipality: string | undefined;
  readonly help: PublicWave["help"];
  readonly language: string;
}

/** The response was objected to but kept: the office has it, this device need not. */
export function OfficeScreen(props: OfficeScreenProps) {
  const { number, words } = props;
  return (
    <Screen name="office" heading={words.officeTitle} bottom={nextPerson(props)}>
      <p>{words.office}</p>
      <p className="response-number" dir="ltr" translate="no">
        {number}
      </p>
      <HelpList {...props} />
      <WhatIsLeft {...props} />
    </Screen>
  );
}
