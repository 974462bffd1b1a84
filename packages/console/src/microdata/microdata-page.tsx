import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { MicrodataExport } from "@tiltas/contract/microdata";
import { WorkOnWave } from "../fieldwork/index.ts";
import { Loading, ProblemNote, useHeadingFocus, useMay, useSpeech } from "../shell/index.ts";
import { NewExport } from "./new-export.tsx";
import { microdataQuery } from "./queries.ts";
import { Register } from "./register.tsx";

/** Files of single answers for research: who holds which, what for, and until when. */
export function MicrodataPage({ wave }: { wave?: string }) {
  const { microdata } = useSpeech().strings;
  const navigate = useNavigate();
  return (
    <WorkOnWave
      name="microdata"
      title={microdata.title}
      lead={microdata.lead}
      asked={wave}
      onChoose={(chosen) => void navigate({ to: "/microdata", search: { wave: chosen } })}
      sentence={({ id }) => <Sentence wave={id} />}
    >
      {({ id }) => <OfWave key={id} wave={id} />}
    </WorkOnWave>
  );
}

function Sentence({ wave }: { wave: string }) {
  const { microdata } = useSpeech().strings;
  const register = useQuery(microdataQuery(wave)).data;
  return register === undefined ? microdata.lead : microdata.sentence(register.filter(isHeld).length);
}

const isHeld = ({ state }: MicrodataExport) => state === "ready";

function OfWave({ wave }: { wave: string }) {
  const { microdata } = useSpeech().strings;
  const allowed = useMay();
  const register = useQuery(microdataQuery(wave));
  const focusOn = useHeadingFocus(!register.isFetching);
  return (
    <div className="weigh">
      <p className="quiet">{microdata.lead}</p>
      {allowed("microdata.export") ? <NewExport wave={wave} /> : null}
      {register.isPending ? <Loading /> : null}
      <ProblemNote problem={register.error} onRetry={() => register.refetch()} />
      {register.data === undefined ? null : (
        <Register wave={wave} rows={register.data} onRemoved={() => focusOn("register")} />
      )}
    </div>
  );
}
