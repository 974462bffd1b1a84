import { Screen } from "../frame/index.ts";
import { endonym, wordsIn } from "../words/index.ts";

interface LanguageScreenProps {
  readonly languages: readonly string[];
  readonly onChoose: (language: string) => void;
}

/** Asks for the language in all the languages there are. */
export function LanguageScreen({ languages, onChoose }: LanguageScreenProps) {
  const heading = languages.map((language, index) => (
    <span key={language} lang={language}>
      {wordsIn(language).language}
      {index < languages.length - 1 && " · "}
    </span>
  ));
  return (
    <Screen name="language" heading={heading}>
      <ul className="languages">
        {languages.map((language) => (
          <li key={language}>
            <button type="button" className="row-button" lang={language} onClick={() => onChoose(language)}>
              {endonym(language)}
            </button>
          </li>
        ))}
      </ul>
    </Screen>
  );
}
