import { Button, Icon } from "../widgets/index.ts";
import { mayPass } from "./api/problem.ts";
import { useSpeech } from "./language.tsx";
import { problemSentence } from "./problem-sentence.ts";

/** A refusal as a sentence, with the next step where trying again may help. */
export function ProblemNote({ problem, onRetry }: { problem: unknown; onRetry?: () => void }) {
  const { language, strings } = useSpeech();
  if (problem === null || problem === undefined) return null;
  return (
    <div className="problem" role="alert">
      <Icon name="attention" />
      <p>{problemSentence(problem, language, strings.problems)}</p>
      {onRetry === undefined || !mayPass(problem) ? null : (
        <Button kind="quiet" onPress={onRetry}>
          {strings.shell.tryAgain}
        </Button>
      )}
    </div>
  );
}
