import { useStrings } from "../shell/index.ts";
import { Icon } from "../widgets/index.ts";
import { type Stage, stages } from "./progress-of-release.ts";

/** Four steps and where one is; said in words too. */
export function TheWay({ stage }: { stage: Stage }) {
  const { way } = useStrings().release;
  const now = stages.indexOf(stage);
  const isOver = stage === "released";
  return (
    <ol className="the-way" aria-label={way.label}>
      {stages.map((step, index) => {
        const state = index < now || isOver ? "done" : index === now ? "now" : "later";
        return (
          <li
            key={step}
            className={`way-step way-${state}`}
            aria-current={state === "now" ? "step" : undefined}
          >
            {state === "done" ? <Icon name="check" /> : <span className="way-number">{index + 1}</span>}
            {way[step]}
            <span className="unseen">{`, ${way[state]}`}</span>
          </li>
        );
      })}
    </ol>
  );
}
