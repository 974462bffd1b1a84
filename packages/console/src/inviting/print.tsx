import { type ReactNode, useEffect } from "react";
import { createPortal } from "react-dom";

/** Puts what is given on paper alone, once: the page around it is hidden from the printer. */
export function Printing({ children, onDone }: { children: ReactNode; onDone: () => void }) {
  useEffect(() => {
    window.addEventListener("afterprint", onDone, { once: true });
    // Where a browser tells nothing afterwards, the paper goes with the next print or page.
    window.print();
    return () => window.removeEventListener("afterprint", onDone);
  }, [onDone]);
  return createPortal(<div className="paper">{children}</div>, document.body);
}
