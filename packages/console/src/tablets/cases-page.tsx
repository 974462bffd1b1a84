import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { StaffCase } from "@tiltas/contract/devices";
import type { WaveDetail } from "@tiltas/contract/waves";
import { waveQuery } from "../fieldwork/index.ts";
import { Empty, inLanguage, Loading, Page, ProblemNote, useSpeech } from "../shell/index.ts";
import { Icon } from "../widgets/index.ts";
import { CaseTable } from "./case-table.tsx";
import { MoveCases } from "./move-cases.tsx";
import { NewCases } from "./new-cases.tsx";
import { Outcomes } from "./outcomes.tsx";
import { casesQuery, tabletsQuery } from "./queries.ts";

/** Whom interviewers are to visit in a wave, who works on whom, and what has become of it. */
export function CasesPage({ wave: id }: { wave: string }) {
  const { language, strings } = useSpeech();
  const { cases: words } = strings.tablets;
  const wave = useQuery(waveQuery(id));
  const cases = useQuery(casesQuery(id));
  const list = cases.data ?? [];
  const open = list.filter(({ disposition }) => disposition === "open").length;
  const title =
    wave.data === undefined ? words.title : `${words.title} · ${inLanguage(wave.data.title, language)}`;
  const problem =
    (wave.data === undefined && wave.error) || (cases.data === undefined && cases.error) || null;
  return (
    <Page
      name="cases"
      title={title}
      {...(list.length === 0 ? {} : { sentence: words.summary(open, list.length) })}
      above={
        <Link to="/waves/$wave" params={{ wave: id }} className="link back">
          <Icon name="back" />
          {words.toWave}
        </Link>
      }
    >
      {wave.isPending || cases.isPending ? <Loading /> : null}
      <ProblemNote
        problem={problem}
        onRetry={() => {
          void wave.refetch();
          void cases.refetch();
        }}
      />
      {wave.data === undefined || cases.data === undefined ? null : (
        <Cases wave={wave.data} cases={cases.data} />
      )}
    </Page>
  );
}

function Cases({ wave, cases }: { wave: WaveDetail; cases: readonly StaffCase[] }) {
  const { cases: words } = useSpeech().strings.tablets;
  const tablets = (useQuery(tabletsQuery).data ?? []).filter((tablet) => tablet.wave === wave.id);
  return (
    <>
      {cases.length === 0 ? (
        <Empty title={words.noneTitle}>{words.none}</Empty>
      ) : (
        <>
          <Outcomes cases={cases} />
          <CaseTable cases={cases} tablets={tablets} />
        </>
      )}
      <NewCases wave={wave} cases={cases} tablets={tablets} />
      {cases.some(({ disposition }) => disposition === "open") ? (
        <MoveCases wave={wave.id} cases={cases} tablets={tablets} />
      ) : null}
    </>
  );
}
