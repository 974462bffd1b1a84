import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { WorkOnWave } from "../fieldwork/index.ts";
import { useSpeech } from "../shell/index.ts";
import { Margins } from "./margins.tsx";
import { Plan } from "./plan.tsx";
import { weighingQuery } from "./queries.ts";
import { Weights } from "./weights.tsx";

/** Known totals of the population, what weights make of them, and the plan both follow. */
export function WeighPage({ wave }: { wave?: string }) {
  const { weigh } = useSpeech().strings;
  const navigate = useNavigate();
  return (
    <WorkOnWave
      name="weigh"
      title={weigh.title}
      lead={weigh.lead}
      asked={wave}
      onChoose={(chosen) => void navigate({ to: "/weigh", search: { wave: chosen } })}
      sentence={({ id }) => <Sentence wave={id} />}
    >
      {({ id }) => (
        <div key={id} className="weigh">
          <Margins wave={id} />
          <Weights wave={id} />
          <Plan wave={id} />
        </div>
      )}
    </WorkOnWave>
  );
}

function Sentence({ wave }: { wave: string }) {
  const { weigh } = useSpeech().strings;
  const weighing = useQuery(weighingQuery(wave)).data;
  if (weighing === undefined) return weigh.lead;
  const { respondents, sheet } = weighing;
  if (respondents === null) return weigh.notYet;
  return sheet === null
    ? weigh.unweighted(respondents)
    : weigh.sentence(respondents, sheet.effectiveRespondents);
}
