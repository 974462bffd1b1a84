import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { MicrodataExport } from "@tiltas/contract/microdata";
import { useState } from "react";
import { api, Empty, ProblemNote, useMay, useSpeech } from "../shell/index.ts";
import { Button, Dialog, Icon, type IconName, notify } from "../widgets/index.ts";
import { microdataQuery } from "./queries.ts";

const marks: Readonly<Record<MicrodataExport["state"], IconName>> = {
  running: "circle",
  ready: "check",
  failed: "attention",
  removed: "dash",
  "withdrawn-from": "attention",
  expired: "dash",
  "handed-over": "check",
};

interface RegisterProps {
  wave: string;
  rows: readonly MicrodataExport[];
  /** Told when a file is gone, and its buttons with it. */
  onRemoved: () => void;
}

/** Every file that left the house; its row stays when the file is gone. */
export function Register({ wave, rows, onRemoved }: RegisterProps) {
  const { microdata } = useSpeech().strings;
  const { columns } = microdata;
  return (
    <section className="stack" aria-labelledby="register">
      <h2 id="register" tabIndex={-1}>
        {microdata.registerTitle}
      </h2>
      {rows.length === 0 ? (
        <Empty title={microdata.noneTitle}>{microdata.none}</Empty>
      ) : (
        <table className="list">
          <thead>
            <tr>
              <th scope="col">{columns.holder}</th>
              <th scope="col">{columns.purpose}</th>
              <th scope="col">{columns.expires}</th>
              <th scope="col">{columns.by}</th>
              <th scope="col" className="numeric">
                {columns.respondents}
              </th>
              <th scope="col">{columns.state}</th>
              <th scope="col">{columns.file}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.id} wave={wave} row={row} onRemoved={onRemoved} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

interface RowProps extends Pick<RegisterProps, "wave" | "onRemoved"> {
  row: MicrodataExport;
}

function Row({ wave, row, onRemoved }: RowProps) {
  const { microdata, format } = useSpeech().strings;
  const { columns } = microdata;
  const allowed = useMay();
  return (
    <tr data-testid="export-row" data-state={row.state}>
      <th scope="row">{row.holder}</th>
      <td data-head={columns.purpose}>{row.purpose}</td>
      <td data-head={columns.expires}>{format.day(row.expires)}</td>
      <td data-head={columns.by}>
        {row.by}
        <br />
        <span className="quiet">{format.moment(row.at)}</span>
      </td>
      <td data-head={columns.respondents} className="numeric">
        {row.respondents === null ? "" : format.number(row.respondents)}
      </td>
      <td data-head={columns.state}>
        <span className={`mark-word mark-${row.state === "ready" ? "finished" : row.state}`}>
          <Icon name={marks[row.state]} />
          {microdata.states[row.state]}
        </span>
        {row.failure === null ? null : (
          <p className="failure" lang="en">
            {row.failure}
          </p>
        )}
        {row.withdrawnSince === 0 ? null : (
          <p className="failure">{microdata.tellHolder(row.withdrawnSince)}</p>
        )}
      </td>
      <td data-head={columns.file}>
        {row.state === "ready" && allowed("microdata.export") ? (
          <FileActs wave={wave} row={row} onRemoved={onRemoved} />
        ) : null}
      </td>
    </tr>
  );
}

function FileActs({ wave, row: { id, holder }, onRemoved }: RowProps) {
  const { microdata } = useSpeech().strings;
  const queries = useQueryClient();
  const [isAsked, setAsked] = useState(false);
  const remove = useMutation({
    mutationFn: () => api.removeMicrodata(id),
    onSuccess: () => {
      setAsked(false);
      notify({ about: id, sentence: microdata.removed });
      onRemoved();
    },
    onSettled: () => queries.invalidateQueries({ queryKey: microdataQuery(wave).queryKey }),
  });
  return (
    <div className="acts">
      <a
        className="button button-quiet"
        href={api.microdataFile(id)}
        download
        aria-label={microdata.downloadFor(holder)}
        data-testid="download-export"
      >
        <Icon name="download" />
        {microdata.download}
      </a>
      <Button label={microdata.removeFor(holder)} onPress={() => setAsked(true)} testId="remove-export">
        {microdata.remove}
      </Button>
      <Dialog title={microdata.removeTitle} open={isAsked} onClose={() => setAsked(false)} alert>
        <p>{microdata.removeWords}</p>
        <ProblemNote problem={remove.error} />
        <div className="dialog-actions">
          <Button kind="act" busy={remove.isPending} onPress={() => remove.mutate()}>
            {microdata.remove}
          </Button>
          <Button onPress={() => setAsked(false)}>{microdata.back}</Button>
        </div>
      </Dialog>
    </div>
  );
}
