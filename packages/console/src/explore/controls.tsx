import type { ExploreFrame } from "@tiltas/contract/explore";
import { inLanguage, useSpeech } from "../shell/index.ts";
import { ChoiceField, SelectField } from "../widgets/index.ts";
import { type Asked, type Picture, picturesOf, shownFor } from "./asked.ts";
import { cutName } from "./cut-name.ts";

interface ControlsProps {
  frame: ExploreFrame;
  asked: Asked;
  onAsk: (change: Partial<Asked>) => void;
}

/** What to look at: theme, indicator, cut and picture. */
export function Controls({ frame, asked, onAsk }: ControlsProps) {
  const { language, strings } = useSpeech();
  const { explore } = strings;
  const { measures, measure, by, picture } = shownFor(frame, asked);
  const indicator = frame.indicators.find(({ id }) => id === measure?.indicator);
  return (
    <div className="stack">
      <div className="controls">
        <SelectField
          label={explore.theme}
          placeholder={explore.allThemes}
          options={[{ value: "", label: explore.allThemes }, ...themesOf(frame, language)]}
          value={asked.theme ?? ""}
          onChange={(theme) => onAsk({ theme: theme === "" ? undefined : theme, measure: undefined })}
        />
        <SelectField
          label={explore.indicator}
          placeholder={explore.chooseIndicator}
          options={measures.map(({ id, label }) => ({ value: id, label: inLanguage(label, language) }))}
          value={measure?.id ?? null}
          onChange={(id) => onAsk({ measure: id })}
        />
        <SelectField
          label={explore.cut}
          placeholder={explore.country}
          options={frame.crossings.map((crossing) => ({
            value: crossing.join(","),
            label: cutName(frame, crossing.join(","), language) || explore.country,
          }))}
          value={by}
          onChange={(cut) => onAsk({ by: cut, one: undefined, other: undefined })}
        />
      </div>
      <ChoiceField<Picture>
        label={explore.picture}
        layout="row"
        value={picture}
        onChange={(chosen) => onAsk({ picture: chosen })}
        choices={picturesOf(by).map((value) => ({ value, label: explore.pictures[value] }))}
      />
      {indicator === undefined ? null : (
        <p className="quiet">
          {`${explore.universe(inLanguage(indicator.universe, language))}. ${explore.directions[indicator.direction]}`}
        </p>
      )}
    </div>
  );
}

/** Themes in the order of the release. */
function themesOf(frame: ExploreFrame, language: "lt" | "en") {
  const themes = new Map(frame.indicators.map(({ domain, domainLabel }) => [domain, domainLabel]));
  return [...themes].map(([value, label]) => ({ value, label: inLanguage(label, language) }));
}
