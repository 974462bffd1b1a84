import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReviewPage as Page_, ReviewState } from "@tiltas/contract/reviews";
import { useState } from "react";
import { waveQuery } from "../fieldwork/index.ts";
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
import { Button, ChoiceField, Icon } from "../widgets/index.ts";
import type { Period } from "./period.ts";
import { type Filter, reviewsQuery } from "./queries.ts";
import { ResponseCard } from "./response-card.tsx";
import { SetAside } from "./set-aside.tsx";
import { SetAsideList } from "./set-aside-list.tsx";
import { Signs } from "./signs.tsx";

const states = ["has-issues", "received", "approved", "rejected"] as const satisfies readonly ReviewState[];

/** Where people decide what estimates take in: response by response, or a channel and period at once. */
export function ReviewPage({ wave: id }: { wave: string }) {
  const { language, strings } = useSpeech();
  const { review } = strings;
  const wave = useQuery(waveQuery(id)).data;
  const [filter, setFilter] = useState<Filter>("has-issues");
  const [period, setPeriod] = useState<Period>();
  const reviews = useInfiniteQuery(reviewsQuery(id, filter));
  const [first] = reviews.data?.pages ?? [];
  const title = wave === undefined ? review.title : `${review.title} · ${inLanguage(wave.title, language)}`;
  return (
    <Page
      name="review"
      title={title}
      {...(first === undefined ? {} : { sentence: sentenceOf(first, review) })}
      above={
        <Link to="/waves/$wave" params={{ wave: id }} className="link back">
          <Icon name="back" />
          {review.toWave}
        </Link>
      }
    >
      {wave === undefined ? null : <Synthetic study={wave} />}
      <ProblemNote problem={reviews.error} onRetry={() => reviews.refetch()} />
      <div className="review">
        {first === undefined ? null : <Filters {...{ first, filter }} onFilter={setFilter} />}
        {reviews.isPending ? <Loading /> : null}
        <Responses wave={id} filter={filter} />
        <Signs wave={id} onTryOut={setPeriod} />
        <Aside wave={id} period={period} />
      </div>
    </Page>
  );
}

type Words = ReturnType<typeof useSpeech>["strings"]["review"];

function sentenceOf({ counts }: Page_, review: Words): string {
  const all = states.reduce((sum, state) => sum + counts[state], 0);
  return review.sentence(counts["has-issues"], all);
}

interface FiltersProps {
  first: Page_;
  filter: Filter;
  onFilter: (filter: Filter) => void;
}

function Filters({ first: { counts, rule }, filter, onFilter }: FiltersProps) {
  const { review } = useSpeech().strings;
  const all = states.reduce((sum, state) => sum + counts[state], 0);
  return (
    <div className="stack">
      <ChoiceField<Filter>
        label={review.filter}
        layout="row"
        value={filter}
        onChange={onFilter}
        choices={[
          ...states.map((state) => ({
            value: state,
            label: review.counted(review.states[state], counts[state]),
          })),
          { value: "all", label: review.counted(review.filters.all, all) },
          { value: "flagged", label: review.filters.flagged },
        ]}
      />
      <p className="quiet">{review.rule(states.filter((state) => rule[state]))}</p>
    </div>
  );
}

function Responses({ wave, filter }: { wave: string; filter: Filter }) {
  const { review } = useSpeech().strings;
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    reviewsQuery(wave, filter),
  );
  const responses = data?.pages.flatMap((page) => page.responses);
  if (responses === undefined) return null;
  if (responses.length === 0)
    return <Empty title={review.noneTitle}>{filter === "flagged" ? review.noneFlagged : review.none}</Empty>;
  return (
    <section className="stack" aria-labelledby="responses">
      <h2 id="responses">{review.list}</h2>
      <ul className="response-cards">
        {responses.map((response) => (
          <ResponseCard key={response.responseId} {...{ wave, response }} />
        ))}
      </ul>
      {hasNextPage ? (
        <p>
          <Button busy={isFetchingNextPage} onPress={() => void fetchNextPage()}>
            {review.more}
          </Button>
        </p>
      ) : null}
    </section>
  );
}

function Aside({ wave, period }: { wave: string; period: Period | undefined }) {
  const allowed = useMay();
  return (
    <>
      {allowed("response.set-aside") ? <SetAside key={JSON.stringify(period)} {...{ wave, period }} /> : null}
      <SetAsideList wave={wave} />
    </>
  );
}
