import type { PublicWave } from "@tiltas/contract/waves";
import { Screen } from "../frame/index.ts";
import { HelpList } from "./help-list.tsx";
import { nextPerson } from "./next-person.tsx";
import { WhatIsLeft, type WhatIsLeftProps } from "./what-is-left.tsx";

interface ForOthersScreenProps extends WhatIsLeftProps {
  readonly municipality: string | undefined;
  readonly help: PublicWave["help"];
  readonly language: string;
}

/** The questions were for other people: nothing was sent, and whoever needs help still finds it. */
export function ForOthersScreen(props: ForOthersScreenProps) {
  const { words } = props;
  return (
    <Screen name="for-others" heading={words.forOthersTitle} bottom={nextPerson(props)}>
      <p>{words.forOthers}</p>
      <HelpList {...props} />
      <WhatIsLeft {...props} />
    </Screen>
  );
}
