import { type ReactNode, useEffect, useRef } from "react";

interface HeadingProps {
  /** Changes when the person has come to another page; the heading then takes the focus. */
  readonly page: string;
  readonly children: ReactNode;
}

let pagesMet = 0;

/** The h1 of a page. Takes the focus when the page changes, so that a screen reader begins here; not on first load. */
export function Heading({ page, children }: HeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    pagesMet += 1;
    window.scrollTo({ top: 0 });
    if (pagesMet > 1 && page !== "") heading.current?.focus({ preventScroll: true });
  }, [page]);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}
