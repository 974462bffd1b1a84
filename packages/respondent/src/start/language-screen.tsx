import { directionOf, endonym, wordsIn } from "@tiltas/instrument/words";
import { Fragment } from "react";
import { Screen } from "../frame/index.ts";

interface LanguageScreenProps {
  readonly languages: readonly string[];
  readonly onChoose: (language: string) => void;
}

/** Asks for the language in all the languages there are. */
export function LanguageScreen({ languages, onChoose }: LanguageScreenProps) {
  const heading = languages.map((language, index) => (
    <Fragment key={language}>
      <bdi lang={language}>{wordsIn(language).language}</bdi>
      {index < languages.length - 1 && " · "}
    </Fragment>
  ));
  return (
    <Screen name="language" heading={heading}>
      <ul className="languages">
        {languages.map((language) => (
          <li key={language}>
            <button
              type="button"
              className="row-button"
              lang={language}
              dir={directionOf(language)}
              onClick={() => onChoose(language)}
            >
              {endonym(language)}
            </button>
          </li>
        ))}
      </ul>
    </Screen>
  );
}
