import { directionOf, endonym, type Words } from "@tiltas/instrument/words";
import { Mark } from "./mark.tsx";

interface TopBarProps {
  readonly words: Words;
  readonly language: string;
  readonly languages: readonly string[];
  readonly isDemonstration: boolean;
  readonly onLanguage: (language: string) => void;
  readonly onExit: () => void;
}

/** Mark, language and the quick way out: the same on every screen. A demonstration says so above them. */
export function TopBar({ words, language, languages, isDemonstration, onLanguage, onExit }: TopBarProps) {
  return (
    <header>
      {isDemonstration && <p className="demonstration">{words.demonstration}</p>}
      <div className="top-bar">
        <span className="brand">
          <Mark />
          <span className="brand-name">Tiltas</span>
        </span>
        {languages.length > 1 && (
          <select
            className="language-switch"
            aria-label={words.language}
            value={language}
            onChange={(event) => onLanguage(event.currentTarget.value)}
          >
            {languages.map((offered) => (
              <option key={offered} value={offered} lang={offered} dir={directionOf(offered)}>
                {endonym(offered)}
              </option>
            ))}
          </select>
        )}
        <button type="button" className="exit" title={words.exitHint} onClick={onExit}>
          <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            <path d="m3.5 3.5 9 9m0-9-9 9" />
          </svg>
          {words.exit}
        </button>
      </div>
    </header>
  );
}
