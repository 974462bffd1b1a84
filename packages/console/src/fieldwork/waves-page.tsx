import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { WaveSummary } from "@tiltas/contract/waves";
import { Empty, inLanguage, Loading, Page, ProblemNote, useSpeech } from "../shell/index.ts";
import { wavesQuery } from "./queries.ts";
import { dayInLithuania, waveState } from "./wave-state.ts";

export function WavesPage() {
  const { fieldwork } = useSpeech().strings;
  const waves = useQuery(wavesQuery);
  const list = waves.data ?? [];
  const open = list.filter((wave) => wave.open).length;
  return (
    <Page
      name="waves"
      title={fieldwork.wavesTitle}
      {...(list.length === 0 ? {} : { sentence: fieldwork.wavesSummary(open, list.length) })}
    >
      <ProblemNote problem={waves.error} onRetry={() => waves.refetch()} />
      {waves.isPending ? <Loading /> : null}
      {waves.isSuccess && list.length === 0 ? (
        <Empty title={fieldwork.noWavesTitle}>{fieldwork.noWaves}</Empty>
      ) : null}
      <ul className="wave-list">
        {list.map((wave) => (
          <WaveRow key={wave.id} wave={wave} />
        ))}
      </ul>
    </Page>
  );
}

function WaveRow({ wave }: { wave: WaveSummary }) {
  const { language, strings } = useSpeech();
  const { fieldwork } = strings;
  const state = waveState(wave, dayInLithuania(new Date()));
  const languageName = new Intl.DisplayNames(language, { type: "language" });
  const languages = new Intl.ListFormat(language, { type: "conjunction" }).format(
    wave.languages.map((tag) => languageName.of(tag) ?? tag),
  );
  return (
    <li className="wave-row">
      <h2>
        <Link to="/waves/$wave" params={{ wave: wave.id }} className="wave-link">
          {inLanguage(wave.title, language)}
        </Link>
      </h2>
      <span className={`state state-${state}`}>{fieldwork.states[state]}</span>
      <p>{inLanguage(wave.studyTitle, language)}</p>
      <p className="quiet">{fieldwork.days(wave.opens, wave.closes)}</p>
      <p className="quiet">
        {fieldwork.languagesOf(languages)} ·{" "}
        {fieldwork.instrumentOf(wave.instrument.id, wave.instrument.version)}
      </p>
    </li>
  );
}
