import type { ReviewedResponse } from "@tiltas/contract/reviews";
import { useState } from "react";
import { ProblemNote, useSpeech } from "../shell/index.ts";
import { Button } from "../widgets/index.ts";
import { DecisionDialog } from "./decision-dialog.tsx";
import { useDecision } from "./use-decision.ts";

interface ResponseCardProps {
  wave: string;
  response: ReviewedResponse;
}

/** One response: where it does not fit, what was decided, and the way to decide. Its answers are not here. */
export function ResponseCard({ wave, response }: ResponseCardProps) {
  const { language, strings } = useSpeech();
  const { review } = strings;
  const [isDeciding, setDeciding] = useState(false);
  const decision = useDecision(wave, response);
  const { responseId, state, receivedAt, mode, channel, findings, flags, history } = response;
  const spoken = new Intl.DisplayNames([language], { type: "language" }).of(response.language);
  const isDecided = state === "approved" || state === "rejected";
  return (
    <li className="response-card" data-testid="response-card">
      <div className="response-head">
        <h3>{review.response(responseId)}</h3>
        <span className={`state state-${state}`}>{review.states[state]}</span>
      </div>
      <p className="quiet">
        {review.facts(receivedAt, spoken ?? response.language, review.modes[mode] ?? mode, channel)}
      </p>
      {findings.length + flags.length === 0 ? null : <Objections {...{ findings, flags }} />}
      {history.length === 0 ? null : (
        <ol className="history">
          {history.map((entry) => (
            <li key={entry.at}>
              {review.by(entry.state, entry.by, entry.at)}: {entry.reason}
            </li>
          ))}
        </ol>
      )}
      <div className="acts">
        {isDecided ? (
          <Button busy={decision.busy} label={review.takeBackOf(responseId)} onPress={decision.takeBack}>
            {review.takeBack}
          </Button>
        ) : (
          <Button label={review.decideAbout(responseId)} onPress={() => setDeciding(true)}>
            {review.decide}
          </Button>
        )}
      </div>
      <ProblemNote problem={isDeciding ? null : decision.problem} />
      {isDeciding ? <DecisionDialog {...{ response, decision }} onClose={() => setDeciding(false)} /> : null}
    </li>
  );
}

/** Findings by item and reason; those about the envelope are about the response as a whole. */
function Objections({ findings, flags }: Pick<ReviewedResponse, "findings" | "flags">) {
  const { review } = useSpeech().strings;
  return (
    <dl className="objections">
      {findings.map(({ path, reason }) => (
        <div key={`${path} ${reason}`}>
          <dt>{path.startsWith("/") ? review.wholeResponse : <code>{path}</code>}</dt>
          <dd>{review.reason(reason)}</dd>
        </div>
      ))}
      {flags.map((flag) => (
        <div key={flag}>
          <dt>{review.wholeResponse}</dt>
          <dd>{review.flags[flag] ?? flag}</dd>
        </div>
      ))}
    </dl>
  );
}
