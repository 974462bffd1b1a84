import { type ReactNode, useEffect, useLayoutEffect, useRef } from "react";

interface ScreenProps {
  /** Stable name of the screen; tests find it as data-screen. */
  readonly name: string;
  /** Changes when the person has come to another page: it is then shown from its top, and its heading takes the focus. */
  readonly page?: string;
  readonly heading?: ReactNode;
  /** What stands between the top bar and the heading. */
  readonly above?: ReactNode;
  /** Buttons and notes that stay within reach of the thumb. */
  readonly bottom?: ReactNode;
  readonly children?: ReactNode;
}

/** One page: heading and content that scroll, and a bar at the bottom that does not. */
export function Screen({ name, page = name, heading, above, bottom, children }: ScreenProps) {
  const content = useRef<HTMLDivElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const hasHeading = heading !== undefined;
  useLayoutEffect(() => {
    if (name !== "loading") takeThePlaceOfTheLightPage();
  }, [name]);
  useEffect(() => {
    if (!hasHeading || page === "") return;
    content.current?.scrollTo({ top: 0 });
    window.scrollTo({ top: 0 });
    title.current?.focus({ preventScroll: true });
  }, [hasHeading, page]);
  return (
    <main data-screen={name} data-page={page}>
      <div className="content" ref={content}>
        {above}
        {hasHeading && (
          <h1 ref={title} tabIndex={-1}>
            {heading}
          </h1>
        )}
        {children}
      </div>
      {bottom && <div className="bottom-bar">{bottom}</div>}
    </main>
  );
}

/** The application waits behind the light page until it has something to show, so that nothing flashes. */
function takeThePlaceOfTheLightPage(): void {
  document.getElementById("first")?.remove();
}
