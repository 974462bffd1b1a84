import { Mark } from "../frame/index.ts";
import type { Strings } from "./strings/index.ts";

interface TabletBarProps {
  /** A tablet that is a kiosk says so. */
  readonly isKiosk: boolean;
  readonly strings: Strings;
  readonly onLanguage: () => void;
}

/** Mark and language of the interviewer's own pages. */
export function TabletBar({ isKiosk, strings, onLanguage }: TabletBarProps) {
  return (
    <header>
      <div className="top-bar">
        <span className="brand">
          <Mark />
          <span className="brand-name">Tiltas</span>
        </span>
        <span className="quiet tablet-title">{isKiosk ? strings.kioskTitle : strings.title}</span>
        <button type="button" className="exit" onClick={onLanguage}>
          {strings.otherLanguage}
        </button>
      </div>
    </header>
  );
}
