import { useEffect, useState } from "react";

/**
 * Moves the focus to a heading once the page has taken shape after an act: the button that was pressed is gone by then,
 * and a reader who hears the page would stand at its beginning.
 *
 * @param isSettled  false while what the act changes is still being fetched
 */
export function useHeadingFocus(isSettled: boolean): (heading: string) => void {
  const [wanted, setWanted] = useState<string | null>(null);
  useEffect(() => {
    if (wanted === null || !isSettled) return;
    // A dialog that has just closed gives the focus back first, to a button that may be gone.
    const moving = setTimeout(() => {
      document.getElementById(wanted)?.focus();
      setWanted(null);
    }, 100);
    return () => clearTimeout(moving);
  }, [wanted, isSettled]);
  return setWanted;
}
