import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ReviewedResponse, ReviewState } from "@tiltas/contract/reviews";
import { api, useStrings } from "../shell/index.ts";
import { notify } from "../widgets/index.ts";

export interface Decision {
  readonly busy: boolean;
  readonly problem: unknown;
  decide(state: "approved" | "rejected", reason: string): void;
  /** Leaves what follows from the findings; a new entry of the history, never a removal. */
  takeBack(): void;
}

/** Decisions about one response; each can be taken back at once. */
export function useDecision(wave: string, { responseId, revision, findings }: ReviewedResponse): Decision {
  const { review } = useStrings();
  const queries = useQueryClient();
  const mutation = useMutation({
    mutationFn: ({ state, reason }: { state: ReviewState; reason: string }) =>
      api.decide(wave, { responseId, revision, state, reason }),
    onSuccess: (_, { state }) => {
      const isTakenBack = state !== "approved" && state !== "rejected";
      const about = `response ${responseId}`;
      notify(
        isTakenBack
          ? { about, sentence: review.takenBack }
          : { about, sentence: review[state], action: { label: review.undo, onPress: takeBack } },
      );
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ["waves", wave, "reviews"] }),
  });
  const takeBack = () =>
    mutation.mutate({ state: findings.length > 0 ? "has-issues" : "received", reason: review.undoReason });
  return {
    busy: mutation.isPending,
    problem: mutation.error,
    decide: (state, reason) => mutation.mutate({ state, reason }),
    takeBack,
  };
}
