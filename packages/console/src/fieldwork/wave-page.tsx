import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { WaveDetail } from "@tiltas/contract/waves";
import {
  Empty,
  inLanguage,
  Loading,
  Page,
  ProblemNote,
  Synthetic,
  useMay,
  useSpeech,
} from "../shell/index.ts";
import { Disclosure, Icon } from "../widgets/index.ts";
import { BandSection } from "./band-section.tsx";
import { waveQuery } from "./queries.ts";
import { RespondentLink } from "./respondent-link.tsx";
import { dayInLithuania, waveState } from "./wave-state.ts";

export function WavePage({ wave: id }: { wave: string }) {
  const { language, strings } = useSpeech();
  const { fieldwork } = strings;
  const wave = useQuery(waveQuery(id));
  const back = (
    <Link to="/waves" className="link back">
      <Icon name="back" />
      {fieldwork.back}
    </Link>
  );
  if (wave.data === undefined) {
    return (
      <Page name="wave" title={fieldwork.wavesTitle} above={back}>
        {wave.isPending ? <Loading /> : null}
        <ProblemNote problem={wave.error} onRetry={() => wave.refetch()} />
      </Page>
    );
  }
  return (
    <Page
      name="wave"
      title={inLanguage(wave.data.title, language)}
      sentence={<Sentence wave={wave.data} />}
      above={back}
    >
      <Synthetic study={wave.data} />
      <div className="wave">
        <div className="wave-counts">
          <Count wave={wave.data} stale={wave.isError} />
          <Bands wave={wave.data} />
          <Next wave={wave.data} />
        </div>
        <RespondentLink wave={wave.data} />
      </div>
    </Page>
  );
}

function Sentence({ wave }: { wave: WaveDetail }) {
  const { sentence } = useSpeech().strings.fieldwork;
  const state = waveState(wave, dayInLithuania(new Date()));
  if (state === "upcoming") return sentence.upcoming(wave.opens);
  return sentence[state](wave.closes, wave.responses);
}

function Count({ wave, stale }: { wave: WaveDetail; stale: boolean }) {
  const { fieldwork, format } = useSpeech().strings;
  return (
    <div className="count">
      <p className="count-figure">
        <strong data-testid="response-count" data-count={wave.responses}>
          {format.number(wave.responses)}
        </strong>{" "}
        {fieldwork.responses(wave.responses)}
      </p>
      <p className="quiet" role="status">
        {stale ? fieldwork.notRefreshing : fieldwork.atOnce}
      </p>
    </div>
  );
}

/** Whoever sees one municipality only is told nothing by language. */
function Bands({ wave }: { wave: WaveDetail }) {
  const { fieldwork } = useSpeech().strings;
  const { byLanguage, byMunicipality, bandsOf } = wave;
  if (wave.responses === 0) return <Empty title={fieldwork.noResponsesTitle}>{fieldwork.noResponses}</Empty>;
  return (
    <>
      {byLanguage.length === 0 ? null : (
        <BandSection
          name="language"
          title={fieldwork.byLanguage}
          rowTitle={fieldwork.languageColumn}
          bands={byLanguage}
          day={bandsOf}
        />
      )}
      <BandSection
        name="municipality"
        title={fieldwork.byMunicipality}
        rowTitle={fieldwork.place}
        bands={byMunicipality}
        day={bandsOf}
      />
      <Disclosure question={fieldwork.whyBands}>
        <p>{fieldwork.whyBandsAnswer}</p>
      </Disclosure>
    </>
  );
}

function Next({ wave }: { wave: WaveDetail }) {
  const { fieldwork } = useSpeech().strings;
  const allowed = useMay();
  const steps = [
    allowed("respondents.invite") ? (
      <Link key="links" to="/waves/$wave/links" params={{ wave: wave.id }} className="button button-quiet">
        {fieldwork.toLinks}
      </Link>
    ) : null,
    allowed("device.manage") ? (
      <Link key="cases" to="/waves/$wave/cases" params={{ wave: wave.id }} className="button button-quiet">
        {fieldwork.toCases}
      </Link>
    ) : null,
    allowed("response.review") ? (
      <Link key="review" to="/waves/$wave/review" params={{ wave: wave.id }} className="button button-quiet">
        {fieldwork.toReview}
      </Link>
    ) : null,
    allowed("release.read") ? (
      <Link key="release" to="/release" search={{ wave: wave.id }} className="button button-quiet">
        {fieldwork.toRelease}
      </Link>
    ) : null,
  ].filter((step) => step !== null);
  if (steps.length === 0) return null;
  return (
    <section className="next" aria-labelledby="next">
      <h2 id="next">{fieldwork.next}</h2>
      {steps}
    </section>
  );
}
