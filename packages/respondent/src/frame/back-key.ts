import { useEffect, useRef } from "react";

/** Marks the entry of the history that stands between the person and leaving by accident. */
const guard = "tiltas";

/**
 * The browser's way back goes one page back in the interview, as a person who presses it means, and never leaves by
 * accident: leaving is what Exit and closing are for.
 *
 * @param goBack  undefined where there is nothing to go back to
 */
export function useBackKey(goBack: (() => void) | undefined): void {
  const back = useRef(goBack);
  back.current = goBack;
  useEffect(() => {
    const hold = () => {
      if (!isHeld()) window.history.pushState(guard, "");
    };
    const turnBack = () => {
      if (isHeld() || isLeaving) return;
      hold();
      back.current?.();
    };
    hold();
    window.addEventListener("popstate", turnBack);
    return () => window.removeEventListener("popstate", turnBack);
  }, []);
}

let isLeaving = false;
const isHeld = () => window.history.state === guard;

/** Leaves nothing behind the way back: takes the guarding entry away, so that what follows replaces the page itself. */
export async function letGoOfHistory(): Promise<void> {
  if (!isHeld()) return;
  isLeaving = true;
  await new Promise<void>((resolve) => {
    window.addEventListener("popstate", () => resolve(), { once: true });
    setTimeout(resolve, 200);
    window.history.back();
  });
}
