import type { ReactNode } from "react";

/** An empty place: what will stand here, and the first step towards it. */
export function Empty({ title, children, step }: { title: string; children: ReactNode; step?: ReactNode }) {
  return (
    <section className="empty">
      <svg viewBox="0 0 96 40" width="96" height="40" aria-hidden="true" focusable="false">
        <path d="M6 36V12M6 24C20 4 76 4 90 24M90 36V12" />
      </svg>
      <h2>{title}</h2>
      <p>{children}</p>
      {step}
    </section>
  );
}
