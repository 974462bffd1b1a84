import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { InvitationSent, Person } from "@tiltas/contract/people";
import { municipalitiesQuery } from "../places/index.ts";
import { api, inLanguage, ProblemNote, useMay, useSession, useSpeech } from "../shell/index.ts";
import { Button, Icon, type IconName, notify } from "../widgets/index.ts";
import { peopleQuery } from "./queries.ts";

const marks: Record<Person["state"], IconName> = { invited: "circle", active: "check", disabled: "dash" };

interface PersonRowProps {
  person: Person;
  acts: boolean;
  onLink: (sent: InvitationSent) => void;
}

export function PersonRow({ person, acts, onLink }: PersonRowProps) {
  const { people } = useSpeech().strings;
  const { columns } = people;
  const me = useSession()?.session.person.id === person.id;
  return (
    <tr data-testid="person-row">
      <th scope="row">
        <Address email={person.email} />
        {me ? <span className="you"> ({people.you})</span> : null}
      </th>
      <td data-head={columns.role}>{people.roleNames[person.role]}</td>
      <td data-head={columns.place}>
        <Place code={person.municipality} />
      </td>
      <td data-head={columns.state}>
        <span className={`mark-word mark-${person.state}`}>
          <Icon name={marks[person.state]} />
          {people.states[person.state]}
        </span>
      </td>
      {acts ? (
        <td>
          <Acts person={person} me={me} onLink={onLink} />
        </td>
      ) : null}
    </tr>
  );
}

/** An address breaks before its @, nowhere else. */
function Address({ email }: { email: string }) {
  const [word, place] = email.split("@");
  return (
    <>
      {word}
      <wbr />@{place}
    </>
  );
}

function Place({ code }: { code: string | null }) {
  const { language, strings } = useSpeech();
  const municipalities = useQuery({ ...municipalitiesQuery, enabled: code !== null }).data;
  if (code === null) return strings.people.wholeCountry;
  const found = municipalities?.find((municipality) => municipality.code === code);
  return found === undefined ? code : inLanguage(found.label, language);
}

function Acts({
  person,
  me,
  onLink,
}: {
  person: Person;
  me: boolean;
  onLink: (sent: InvitationSent) => void;
}) {
  const { people } = useSpeech().strings;
  const allowed = useMay();
  const access = useAccess(person);
  const freshLink = useMutation({ mutationFn: () => api.freshLink(person.id), onSuccess: onLink });
  return (
    <div className="acts">
      {person.state === "invited" && allowed("people.invite") ? (
        <Button
          busy={freshLink.isPending}
          label={people.newLinkFor(person.email)}
          onPress={() => freshLink.mutate()}
        >
          {people.newLink}
        </Button>
      ) : null}
      {person.state !== "disabled" && !me && allowed("people.disable") ? (
        <Button busy={access.busy} label={people.disableFor(person.email)} onPress={access.disable}>
          {people.disable}
        </Button>
      ) : null}
      {person.state === "disabled" && allowed("people.disable") ? (
        <Button busy={access.busy} label={people.enableFor(person.email)} onPress={access.enable}>
          {people.enable}
        </Button>
      ) : null}
      <ProblemNote problem={access.problem ?? freshLink.error} />
    </div>
  );
}

/** Closing an account takes effect at once and can be undone at once. */
function useAccess(person: Person) {
  const { people } = useSpeech().strings;
  const queries = useQueryClient();
  const settled = () => queries.invalidateQueries({ queryKey: peopleQuery.queryKey });
  const enable = useMutation({
    mutationFn: () => api.enable(person.id),
    onSuccess: () => notify({ sentence: people.enabled(person.email) }),
    onSettled: settled,
  });
  const disable = useMutation({
    mutationFn: () => api.disable(person.id),
    onSuccess: () =>
      notify({
        sentence: people.disabled(person.email),
        action: { label: people.undo, onPress: () => enable.mutate() },
      }),
    onSettled: settled,
  });
  return {
    busy: enable.isPending || disable.isPending,
    problem: enable.error ?? disable.error,
    enable: () => enable.mutate(),
    disable: () => disable.mutate(),
  };
}
