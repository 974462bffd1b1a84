import { createContext, type ReactNode, use, useEffect, useState } from "react";
import { WidgetLanguage } from "../widgets/index.ts";
import { choosePreferred, type StaffLanguage } from "./preferred-language.ts";
import { en, type Strings } from "./strings/en.ts";
import { lt } from "./strings/lt.ts";

interface Speech {
  readonly language: StaffLanguage;
  readonly strings: Strings;
  speak(language: StaffLanguage): void;
}

const voices = { en, lt };
const locales = { en: "en-GB", lt: "lt-LT" };
const memory = "tiltas-language";
const SpeechContext = createContext<Speech>({ language: "en", strings: en, speak: () => {} });

/** The language of the staff: from the last choice on this computer, else from the browser. Nothing else is remembered. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(() => choosePreferred(remembered(), navigator.languages));
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const speak = (chosen: StaffLanguage) => {
    setLanguage(chosen);
    remember(chosen);
  };
  return (
    <SpeechContext value={{ language, strings: voices[language], speak }}>
      <WidgetLanguage locale={locales[language]}>{children}</WidgetLanguage>
    </SpeechContext>
  );
}

export const useSpeech = () => use(SpeechContext);
export const useStrings = () => use(SpeechContext).strings;

function remembered(): string | null {
  try {
    return localStorage.getItem(memory);
  } catch {
    return null;
  }
}

function remember(language: StaffLanguage) {
  try {
    localStorage.setItem(memory, language);
  } catch {
    // A browser without storage forgets the choice; nothing else depends on it.
  }
}
