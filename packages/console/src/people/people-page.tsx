import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { Person } from "@tiltas/contract/people";
import { useState } from "react";
import { Loading, Page, ProblemNote, useMay, useStrings } from "../shell/index.ts";
import { Button } from "../widgets/index.ts";
import { InvitationDialog, type InvitationStep } from "./invitation-dialog.tsx";
import { PersonRow } from "./person-row.tsx";
import { peopleQuery } from "./queries.ts";

export function PeoplePage() {
  const { people } = useStrings();
  const allowed = useMay();
  const queries = useQueryClient();
  const [step, setStep] = useState<InvitationStep>();
  const list = useQuery(peopleQuery);
  const close = () => {
    setStep(undefined);
    void queries.invalidateQueries({ queryKey: peopleQuery.queryKey });
  };
  return (
    <Page
      name="people"
      title={people.title}
      {...(list.data === undefined ? {} : { sentence: sentenceOf(list.data, people) })}
    >
      {allowed("people.invite") ? (
        <p>
          <Button kind="act" onPress={() => setStep({ kind: "asking" })} testId="invite">
            {people.invite}
          </Button>
        </p>
      ) : null}
      <ProblemNote problem={list.error} onRetry={() => list.refetch()} />
      {list.isPending ? <Loading /> : null}
      {list.data === undefined ? null : (
        <PeopleTable people={list.data} onLink={(sent) => setStep({ kind: "sent", sent })} />
      )}
      <InvitationDialog step={step} onSent={(sent) => setStep({ kind: "sent", sent })} onClose={close} />
    </Page>
  );
}

type Words = ReturnType<typeof useStrings>["people"];

function sentenceOf(list: readonly Person[], people: Words): string {
  if (list.length === 1) return people.alone;
  const inState = (state: Person["state"]) => list.filter((person) => person.state === state).length;
  return people.summary(inState("active"), inState("invited"));
}

interface PeopleTableProps {
  people: readonly Person[];
  onLink: Parameters<typeof PersonRow>[0]["onLink"];
}

function PeopleTable({ people, onLink }: PeopleTableProps) {
  const { columns } = useStrings().people;
  const allowed = useMay();
  const acts = allowed("people.invite") || allowed("people.disable");
  const ordered = [...people].sort((one, other) => one.email.localeCompare(other.email));
  return (
    <table className="list people">
      <thead>
        <tr>
          <th scope="col">{columns.person}</th>
          <th scope="col">{columns.role}</th>
          <th scope="col">{columns.place}</th>
          <th scope="col">{columns.state}</th>
          {acts ? <th scope="col">{columns.actions}</th> : null}
        </tr>
      </thead>
      <tbody>
        {ordered.map((person) => (
          <PersonRow key={person.id} person={person} acts={acts} onLink={onLink} />
        ))}
      </tbody>
    </table>
  );
}
