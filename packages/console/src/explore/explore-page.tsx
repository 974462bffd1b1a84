import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Release } from "@tiltas/contract/releases";
import type { WaveSummary } from "@tiltas/contract/waves";
import { WorkOnWave } from "../fieldwork/index.ts";
import { Empty, Loading, ProblemNote, useMay, useSpeech } from "../shell/index.ts";
import { SelectField } from "../widgets/index.ts";
import type { Asked } from "./asked.ts";
import { chosenRelease } from "./chosen-release.ts";
import { ExploreSentence } from "./explore-sentence.tsx";
import { Explorer } from "./explorer.tsx";
import { releasesQuery } from "./queries.ts";

interface ExplorePageProps {
  asked: Asked;
  onAsk: (change: Partial<Asked>) => void;
}

/** Released figures of one wave: what is looked at stands in the address, so that it can be sent on. */
export function ExplorePage({ asked, onAsk }: ExplorePageProps) {
  const { explore } = useSpeech().strings;
  return (
    <WorkOnWave
      name="explore"
      title={explore.title}
      lead={explore.lead}
      asked={asked.wave}
      onChoose={(wave) => onAsk({ wave, release: undefined })}
      sentence={({ id }) => <ExploreSentence wave={id} asked={asked} />}
    >
      {(wave) => <OfWave key={wave.id} wave={wave} asked={asked} onAsk={onAsk} />}
    </WorkOnWave>
  );
}

function OfWave({ wave, asked, onAsk }: ExplorePageProps & { wave: WaveSummary }) {
  const { explore } = useSpeech().strings;
  const allowed = useMay();
  const releases = useQuery(releasesQuery(wave.id));
  const release = chosenRelease(releases.data ?? [], asked.release);
  if (releases.isPending) return <Loading />;
  if (releases.data === undefined)
    return <ProblemNote problem={releases.error} onRetry={() => releases.refetch()} />;
  if (release === undefined)
    return (
      <Empty
        title={explore.noneTitle}
        step={
          allowed("release.prepare") ? (
            <Link to="/release" search={{ wave: wave.id }} className="button button-act">
              {explore.toRelease}
            </Link>
          ) : undefined
        }
      >
        {allowed("release.prepare") ? explore.none : explore.noneToRead}
      </Empty>
    );
  return (
    <>
      <WhichRelease releases={releases.data} release={release} onAsk={onAsk} />
      <Explorer edition={{ wave: wave.id, number: release.number }} asked={asked} onAsk={onAsk} />
    </>
  );
}

interface WhichReleaseProps {
  releases: readonly Release[];
  release: Release;
  onAsk: (change: Partial<Asked>) => void;
}

function WhichRelease({ releases, release, onAsk }: WhichReleaseProps) {
  const { explore, release: words } = useSpeech().strings;
  const nameOf = ({ number, releasedAt }: Release) => explore.releaseOf(number, releasedAt);
  return (
    <div className="which-release">
      {releases.length < 2 ? (
        <p className="wave-chosen">{nameOf(release)}</p>
      ) : (
        <SelectField
          label={explore.release}
          placeholder={explore.release}
          options={releases.map((one) => ({ value: String(one.number), label: nameOf(one) }))}
          value={String(release.number)}
          onChange={(number) => onAsk({ release: number })}
        />
      )}
      {release.correctedBy === null ? null : (
        <p className="remark">{words.correctedBy(release.correctedBy)}</p>
      )}
      <p className="quiet">{explore.basis(release.respondents, explore.policies[release.policy])}</p>
    </div>
  );
}
