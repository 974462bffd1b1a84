import type { PublicWave } from "@tiltas/contract/waves";
import { inLanguage } from "@tiltas/instrument/words";

interface NoticePointsProps {
  readonly notice: PublicWave["notice"];
  readonly language: string;
}

/** The points of the notice; each opens in place. */
export function NoticePoints({ notice, language }: NoticePointsProps) {
  return (
    <div className="points">
      {notice.points.map(({ heading, detail }) => (
        <details key={inLanguage(heading, "en")}>
          <summary>{inLanguage(heading, language)}</summary>
          <p>{inLanguage(detail, language)}</p>
        </details>
      ))}
    </div>
  );
}
