import { Link } from "@tanstack/react-router";
import { problemCatalogue } from "@tiltas/contract/problems";
import type { RescueOutcome } from "@tiltas/contract/sealing";
import { type ReactNode, useState } from "react";
import { api, Page, ProblemNote, useStrings } from "../shell/index.ts";
import { Button, Disclosure, FileField, Icon, type IconName, Progress } from "../widgets/index.ts";
import { nothingYet, partsOf, readRescueFile, together } from "./rescue-file.ts";

/** How far a file has come. */
type Rescue =
  | { readonly state: "none" | "no-file" }
  | {
      readonly state: "running" | "done" | "stopped";
      readonly all: number;
      readonly sent: number;
      readonly outcome: RescueOutcome;
      readonly file: File;
      readonly problem?: unknown;
    };

/** A file of sealed answers is taken in, and told what has become of each. */
export function RescuePage() {
  const { tablets } = useStrings();
  const { rescue: words } = tablets;
  const [rescue, setRescue] = useState<Rescue>({ state: "none" });
  const running = rescue.state === "running";
  return (
    <Page
      name="rescue"
      title={words.title}
      sentence={words.lead}
      above={
        <Link to="/tablets" className="link back">
          <Icon name="back" />
          {words.toTablets}
        </Link>
      }
    >
      <FileField
        label={words.file}
        choose={words.choose}
        dropHere={words.dropHere}
        accepts={[".json", "application/json"]}
        busy={running}
        testId="rescue-file"
        onFile={(file) => void takeIn(file, setRescue)}
      />
      <div role="status" className="stack">
        {rescue.state === "no-file" ? <p className="remark">{words.noFile}</p> : null}
        {rescue.state === "done" ? <Outcome outcome={rescue.outcome} all={rescue.all} /> : null}
      </div>
      {running ? (
        <Progress
          label={words.running}
          value={rescue.all === 0 ? 1 : rescue.sent / rescue.all}
          doing={words.doing(rescue.sent, rescue.all)}
        />
      ) : null}
      {rescue.state === "stopped" ? (
        <div className="stack">
          <ProblemNote problem={rescue.problem} />
          <p>{words.stopped(rescue.sent, rescue.all)}</p>
          <Button onPress={() => void takeIn(rescue.file, setRescue)}>{words.again}</Button>
        </div>
      ) : null}
      <Disclosure question={words.safe}>
        <p>{words.safeAnswer}</p>
      </Disclosure>
    </Page>
  );
}

/** Sends the file part by part; what was sent stays sent, and sending it again changes nothing. */
async function takeIn(file: File, show: (rescue: Rescue) => void): Promise<void> {
  const responses = readRescueFile(await file.text());
  if (responses === undefined) return show({ state: "no-file" });
  const all = responses.length;
  let [sent, outcome] = [0, nothingYet];
  show({ state: "running", all, sent, outcome, file });
  try {
    for (const part of partsOf(responses)) {
      outcome = together(outcome, await api.rescue(part));
      sent += part.responses.length;
      show({ state: "running", all, sent, outcome, file });
    }
    show({ state: "done", all, sent, outcome, file });
  } catch (problem) {
    show({ state: "stopped", all, sent, outcome, file, problem });
  }
}

function Outcome({ outcome, all }: { outcome: RescueOutcome; all: number }) {
  const { rescue: words } = useStrings().tablets;
  const { stored, alreadyStored, quarantined, refused } = outcome;
  return (
    <section className="stack" aria-labelledby="rescued" data-testid="rescue-outcome">
      <h2 id="rescued">{words.doneTitle(all)}</h2>
      <ul className="rescued">
        <Line icon="check">{words.stored(stored)}</Line>
        {alreadyStored === 0 ? null : <Line icon="check">{words.alreadyStored(alreadyStored)}</Line>}
        {quarantined === 0 ? null : <Line icon="circle">{words.quarantined(quarantined)}</Line>}
        {refused.length === 0 ? null : <Line icon="attention">{words.refused(refused.length)}</Line>}
      </ul>
      {refused.length === 0 ? null : <Refused refused={refused} />}
      <p className="quiet">{words.keep}</p>
    </section>
  );
}

function Line({ icon, children }: { icon: IconName; children: ReactNode }) {
  return (
    <li className="mark-word">
      <Icon name={icon} />
      {children}
    </li>
  );
}

function Refused({ refused }: { refused: RescueOutcome["refused"] }) {
  const { tablets, problems } = useStrings();
  const { rescue: words } = tablets;
  return (
    <table className="list" aria-label={words.refused(refused.length)}>
      <thead>
        <tr>
          <th scope="col">{words.response}</th>
          <th scope="col">{words.why}</th>
        </tr>
      </thead>
      <tbody>
        {refused.map(({ responseId, problem }) => (
          <tr key={responseId}>
            <th scope="row">{responseId}</th>
            <td data-head={words.why}>{isProblem(problem) ? problems[problem] : problem}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const isProblem = (code: string): code is keyof typeof problemCatalogue =>
  Object.hasOwn(problemCatalogue, code);
