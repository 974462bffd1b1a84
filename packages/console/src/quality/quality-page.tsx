import { queryOptions, useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import type { ResponseQuality } from "@tiltas/contract/quality";
import { WorkOnWave } from "../fieldwork/index.ts";
import { api, Empty, inLanguage, Loading, ProblemNote, useMay, useSpeech } from "../shell/index.ts";
import { BreakOff, ItemGaps, PageTimes } from "./by-page.tsx";
import { Counts, Exclusions } from "./counts.tsx";

const qualityQuery = (wave: string) =>
  queryOptions({ queryKey: ["quality", wave], queryFn: () => api.quality(wave) });

/** Where people stop, what they leave empty, and how long a page takes. */
export function QualityPage({ wave }: { wave?: string }) {
  const { quality } = useSpeech().strings;
  const navigate = useNavigate();
  return (
    <WorkOnWave
      name="quality"
      title={quality.title}
      lead={quality.lead}
      asked={wave}
      onChoose={(chosen) => void navigate({ to: "/quality", search: { wave: chosen } })}
      sentence={({ id }) => <Sentence wave={id} />}
    >
      {({ id }) => <OfWave key={id} wave={id} />}
    </WorkOnWave>
  );
}

function Sentence({ wave }: { wave: string }) {
  const { language, strings } = useSpeech();
  const { quality } = strings;
  const found = useQuery(qualityQuery(wave)).data;
  if (found === undefined || found.respondents === null) return quality.lead;
  const [worst] = found.items;
  return quality.sentence(
    found.respondents,
    worst === undefined ? null : inLanguage(worst.label, language),
    worst?.nonresponse ?? 0,
  );
}

function OfWave({ wave }: { wave: string }) {
  const { quality } = useSpeech().strings;
  const found = useQuery(qualityQuery(wave));
  if (found.data === undefined)
    return found.isPending ? (
      <Loading />
    ) : (
      <ProblemNote problem={found.error} onRetry={() => found.refetch()} />
    );
  const { computedAt, outdated } = found.data;
  if (computedAt === null)
    return (
      <Empty title={quality.noneTitle} step={<ToCompute wave={wave} />}>
        {quality.none}
      </Empty>
    );
  return (
    <div className="weigh">
      <p className="quiet">{quality.computedAt(computedAt)}</p>
      {outdated ? (
        <div className="remark stack">
          <p>{quality.outdated}</p>
          <ToCompute wave={wave} />
        </div>
      ) : null}
      <Found quality={found.data} />
    </div>
  );
}

function Found({ quality }: { quality: ResponseQuality }) {
  return (
    <>
      <ItemGaps items={quality.items} />
      <BreakOff pages={quality.breakOff} />
      <PageTimes pages={quality.times} />
      <Counts counts={quality.counts} />
      <Exclusions exclusions={quality.exclusions} />
    </>
  );
}

function ToCompute({ wave }: { wave: string }) {
  const { quality } = useSpeech().strings;
  const allowed = useMay();
  return allowed("release.prepare") ? (
    <Link to="/release" search={{ wave }} className="button button-quiet">
      {quality.toCompute}
    </Link>
  ) : null;
}
