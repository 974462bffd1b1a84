import { useQuery } from "@tanstack/react-query";
import type { Candidate, CandidatePreview, CellCounts, PolicyName } from "@tiltas/contract/releases";
import { useState } from "react";
import { inLanguage, Loading, ProblemNote, useSpeech } from "../shell/index.ts";
import { ChoiceField, Disclosure } from "../widgets/index.ts";
import { meant, reasons, shownOf } from "./cell-counts.ts";
import { CountTable } from "./count-table.tsx";
import { previewQuery } from "./queries.ts";

type OfPolicy = CandidatePreview["policies"][number];

/** What is shown and what is hidden and why, by policy: counts only, never a value and never which cell. */
export function Preview({ candidate }: { candidate: Candidate }) {
  const { release } = useSpeech().strings;
  const preview = useQuery(previewQuery(candidate.id));
  const [policy, setPolicy] = useState<PolicyName>("ministry");
  const shown = preview.data?.policies.find((one) => one.policy === policy) ?? preview.data?.policies[0];
  return (
    <section className="stack preview-release" aria-labelledby="preview-title" data-testid="release-preview">
      <h2 id="preview-title">{release.previewTitle}</h2>
      <p className="quiet">{release.previewLead}</p>
      {preview.isPending ? <Loading /> : null}
      <ProblemNote problem={preview.error} onRetry={() => preview.refetch()} />
      {preview.data === undefined || shown === undefined ? null : (
        <>
          {preview.data.policies.length < 2 ? null : (
            <ChoiceField<PolicyName>
              label={release.policy}
              layout="row"
              value={shown.policy}
              onChange={setPolicy}
              choices={preview.data.policies.map((one) => ({
                value: one.policy,
                label: release.policies[one.policy],
              }))}
            />
          )}
          <Counts shown={shown} />
          <Around preview={preview.data} shown={shown} />
        </>
      )}
    </section>
  );
}

function Counts({ shown }: { shown: OfPolicy }) {
  const { language, strings } = useSpeech();
  const { release } = strings;
  return (
    <>
      <p>
        <strong>{release.shown(shownOf(shown.all), meant(shown.all))}</strong>
      </p>
      <ReasonBar counts={shown.all} label={release.bar(release.policies[shown.policy])} />
      <Disclosure question={release.whyHidden}>
        <p>{release.whyHiddenAnswer}</p>
      </Disclosure>
      <CountTable
        title={release.byCut}
        rowTitle={release.cut}
        rows={shown.byCrossing.map(({ crossing, label, counts }) => ({
          key: crossing.join(","),
          name: inLanguage(label, language) || release.country,
          counts,
        }))}
      />
      <CountTable
        title={release.byIndicator}
        rowTitle={release.indicator}
        rows={shown.byIndicator.map(({ indicator, label, counts }) => ({
          key: indicator,
          name: inLanguage(label, language),
          counts,
        }))}
      />
    </>
  );
}

/** One bar: a part for each reason, with the same words and numbers in a legend that is a list. */
function ReasonBar({ counts, label }: { counts: CellCounts; label: string }) {
  const { release, format } = useSpeech().strings;
  const all = meant(counts) || 1;
  const parts = reasons.filter((reason) => reason !== "leftOut" && reason !== "notShownHere");
  let start = 0;
  return (
    <figure className="reason-bar" aria-label={label}>
      <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        {parts.map((reason) => {
          const x = start;
          const width = (100 * counts[reason]) / all;
          start += width;
          return <rect key={reason} className={`reason reason-${reason}`} x={x} width={width} height="6" />;
        })}
      </svg>
      <figcaption>
        <ul className="reason-list">
          {reasons.map((reason) => (
            <li key={reason} data-reason={reason}>
              <svg className="reason-sample" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
                <rect className={`reason reason-${reason}`} width="12" height="12" />
              </svg>
              {release.reasons[reason]}
              <strong>{format.number(counts[reason])}</strong>
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}

/** What else a person who signs wants to know: the ladder, comparisons, what changed, what it was made from. */
function Around({ preview, shown }: { preview: CandidatePreview; shown: OfPolicy }) {
  const { release } = useSpeech().strings;
  const { ladder, digests } = preview;
  const changed = preview.changed?.find(({ policy }) => policy === shown.policy);
  return (
    <>
      <p>{release.ladder(ladder.single, ladder.pooled, ladder.group)}</p>
      <p>{release.comparisons(shown.comparisons)}</p>
      {changed === undefined ? null : <p>{release.changed(changed.cells)}</p>}
      <Disclosure question={release.digests}>
        <dl className="digests">
          {Object.entries(digests).map(([name, digest]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{digest}</dd>
            </div>
          ))}
        </dl>
      </Disclosure>
    </>
  );
}
