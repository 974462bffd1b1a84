import { Link } from "@tanstack/react-router";
import type { Release } from "@tiltas/contract/releases";
import { useState } from "react";
import { usePlaces } from "../places/index.ts";
import { api, Empty, useMay, useSpeech } from "../shell/index.ts";
import { Disclosure, Icon, SelectField } from "../widgets/index.ts";

/** Releases of a wave, newest first, each with everything that can be fetched of it. */
export function ReleaseList({ releases }: { releases: readonly Release[] }) {
  const { release } = useSpeech().strings;
  return (
    <section className="stack" aria-labelledby="release-list">
      <h2 id="release-list" tabIndex={-1}>
        {release.listTitle}
      </h2>
      {releases.length === 0 ? <Empty title={release.sentences.none}>{release.listNone}</Empty> : null}
      <ul className="release-cards">
        {releases.map((one) => (
          <ReleaseCard key={one.number} release={one} />
        ))}
      </ul>
    </section>
  );
}

function ReleaseCard({ release: one }: { release: Release }) {
  const { language, strings } = useSpeech();
  const { release, format } = strings;
  const note = one.notes[language] || one.notes.en || one.notes.lt;
  return (
    <li className="card stack" data-testid="release" data-number={one.number}>
      <div className="response-head">
        <h3>{release.number(one.number)}</h3>
        <span className="quiet">{format.moment(one.releasedAt)}</span>
      </div>
      <p>{release.facts(one.respondents, one.signedBy.join(", "))}</p>
      {one.correctedBy === null ? null : <p className="remark">{release.correctedBy(one.correctedBy)}</p>}
      {one.corrects === null ? null : <p>{release.correctsNote(one.corrects)}</p>}
      {one.changed.length === 0 ? null : <Changed sentences={one.changed} />}
      {one.withdrawnSince === 0 ? null : <p className="remark">{release.withdrawn(one.withdrawnSince)}</p>}
      {note === "" ? null : <blockquote className="note">{note}</blockquote>}
      <Downloads release={one} />
      <Sheets release={one} />
      <p className="quiet">{release.digestOf(one.digest)}</p>
    </li>
  );
}

/** A correction may touch every indicator: more than a few lines are opened by who wants them. */
const fewLines = 5;

function Changed({ sentences }: { sentences: readonly string[] }) {
  const { release } = useSpeech().strings;
  const list = (
    <ul className="plain-list" lang="en">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
  if (sentences.length > fewLines)
    return <Disclosure question={release.changedMuch(sentences.length)}>{list}</Disclosure>;
  return (
    <div>
      <h4>{release.changedTitle}</h4>
      {list}
    </div>
  );
}

function Downloads({ release: { wave, number, policy } }: { release: Release }) {
  const { release } = useSpeech().strings;
  const allowed = useMay();
  const files = [
    { name: release.workbook.lt, href: api.releasedWorkbook(wave, number, "lt"), id: "workbook-lt" },
    { name: release.workbook.en, href: api.releasedWorkbook(wave, number, "en"), id: "workbook-en" },
    { name: release.openData, href: api.openData(wave, number), id: "open-data" },
    ...(policy === "ministry"
      ? [{ name: release.manifest, href: api.manifest(wave, number), id: "manifest" }]
      : []),
  ];
  return (
    <div className="acts">
      {files.map(({ name, href, id }) => (
        <a key={id} className="button button-quiet" href={href} download data-testid={id}>
          <Icon name="download" />
          {name}
        </a>
      ))}
      {allowed("explore.read") ? (
        <Link to="/explore" search={{ wave, release: String(number) }} className="button button-quiet">
          {release.explore}
        </Link>
      ) : null}
    </div>
  );
}

/** The one-page sheets of municipalities, one of which is chosen by name. */
function Sheets({ release: { wave, number, sheets } }: { release: Release }) {
  const { language, strings } = useSpeech();
  const { release } = strings;
  const { nameOf } = usePlaces();
  const [chosen, setChosen] = useState<string | null>(sheets.length === 1 ? (sheets[0] ?? null) : null);
  const compare = new Intl.Collator(language).compare;
  const options = sheets
    .map((code) => ({ value: code, label: nameOf(code, "") }))
    .sort((one, other) => compare(one.label, other.label));
  if (sheets.length === 0) return <p className="quiet">{release.sheetsNone}</p>;
  return (
    <div className="sheets">
      <SelectField
        label={release.sheets}
        hint={release.sheetHint}
        placeholder={release.sheetChoose}
        options={options}
        value={chosen}
        onChange={setChosen}
      />
      {chosen === null ? null : (
        <div className="acts">
          {(["lt", "en"] as const).map((spoken) => (
            <a
              key={spoken}
              className="button button-quiet"
              href={api.sheet(wave, number, chosen, spoken)}
              target="_blank"
              rel="noreferrer"
              data-testid={`sheet-${spoken}`}
            >
              {release.sheet[spoken]}
            </a>
          ))}
        </div>
      )}
    </div>
  );
}
