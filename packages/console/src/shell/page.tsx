import { type ReactNode, useEffect, useRef } from "react";
import { useStrings } from "./language.tsx";

let firstPage = true;

interface PageProps {
  /** Stable name for tests and styles. */
  name: string;
  title: string;
  /** The sentence that says the state. */
  sentence?: ReactNode;
  above?: ReactNode;
  children?: ReactNode;
}

/** One page: its title, the sentence that says the state, then what it shows. A new page takes the focus. */
export function Page({ name, title, sentence, above, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const strings = useStrings();
  useEffect(() => {
    if (!firstPage) heading.current?.focus();
    firstPage = false;
  }, []);
  useEffect(() => {
    document.title = `${title} · ${strings.shell.product}`;
  }, [title, strings]);
  return (
    <main id="content" className="page" data-page={name} tabIndex={-1}>
      {above}
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {sentence === undefined ? null : <p className="sentence">{sentence}</p>}
      {children}
    </main>
  );
}
