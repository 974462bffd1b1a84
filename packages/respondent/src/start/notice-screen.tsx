import type { PublicWave } from "@tiltas/contract/waves";
import { inLanguage, type Words } from "@tiltas/instrument/words";
import { Screen } from "../frame/index.ts";
import { NoticePoints } from "./notice-points.tsx";

interface NoticeScreenProps {
  readonly wave: PublicWave;
  readonly words: Words;
  readonly language: string;
  readonly onNext: () => void;
}

/** What a person is told before being asked to take part. */
export function NoticeScreen({ wave, words, language, onNext }: NoticeScreenProps) {
  const next = (
    <button type="button" className="primary" onClick={onNext}>
      {words.next}
    </button>
  );
  return (
    <Screen
      name="notice"
      above={<p className="eyebrow">{inLanguage(wave.title, language)}</p>}
      heading={inLanguage(wave.notice.title, language)}
      bottom={next}
    >
      <p className="quiet">{words.opensInPlace}</p>
      <NoticePoints notice={wave.notice} language={language} />
    </Screen>
  );
}
