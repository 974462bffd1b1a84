import type { ReactNode } from "react";
import { Disclosure as AriaDisclosure, Button, DisclosurePanel } from "react-aria-components";
import { Icon } from "./icon.tsx";

/** A question that opens to its answer in place. */
export function Disclosure({ question, children }: { question: string; children: ReactNode }) {
  return (
    <AriaDisclosure className="disclosure">
      <Button slot="trigger" className="disclosure-question">
        <Icon name="down" />
        {question}
      </Button>
      <DisclosurePanel className="disclosure-answer">{children}</DisclosurePanel>
    </AriaDisclosure>
  );
}
