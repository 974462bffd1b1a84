import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { wavesQuery } from "../fieldwork/index.ts";
import { inLanguage, ProblemNote, useSpeech } from "../shell/index.ts";
import { planQuery } from "./queries.ts";

/** Which plan the analysis of the wave follows, why, and which wave changes are measured from. */
export function Plan({ wave }: { wave: string }) {
  const { weigh } = useSpeech().strings;
  const plan = useQuery(planQuery(wave));
  const nameOf = useWaveNames();
  if (plan.data === undefined) return <ProblemNote problem={plan.error} onRetry={() => plan.refetch()} />;
  const { number, by, at, why, previousWave } = plan.data.current;
  return (
    <section className="stack" aria-labelledby="plan" data-testid="plan" data-number={number}>
      <h2 id="plan">{weigh.planTitle}</h2>
      {number === 0 || by === null || at === null ? (
        <p>{weigh.planStandard}</p>
      ) : (
        <p>{`${weigh.planNumber(number, by, at)} ${weigh.planWhy(why)}`}</p>
      )}
      <p>{previousWave === null ? weigh.planNoPrevious : weigh.planPrevious(nameOf(previousWave))}</p>
      <p>
        <Link to="/weigh/plan" search={{ wave }} className="button button-quiet">
          {weigh.planOpen}
        </Link>
      </p>
    </section>
  );
}

/** Waves by name, in the reader's language. */
function useWaveNames(): (wave: string) => string {
  const { language } = useSpeech();
  const waves = useQuery(wavesQuery).data ?? [];
  return (wave) => {
    const known = waves.find(({ id }) => id === wave);
    return known === undefined ? wave : inLanguage(known.title, language);
  };
}
