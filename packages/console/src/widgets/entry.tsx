import { type ReactNode, useEffect, useRef, useState } from "react";

const objectedTo = "input[aria-invalid=true], [data-invalid] input, [data-invalid] button";

/** Fields that are sent together. If one of them is objected to when sent, the first such field takes the focus. */
export function Entry({ onSend, children }: { onSend: () => void; children: ReactNode }) {
  const fields = useRef<HTMLFormElement>(null);
  const [sendings, setSendings] = useState(0);
  useEffect(() => {
    if (sendings > 0) fields.current?.querySelector<HTMLElement>(objectedTo)?.focus();
  }, [sendings]);
  return (
    <form
      ref={fields}
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSend();
        setSendings((before) => before + 1);
      }}
    >
      {children}
    </form>
  );
}
