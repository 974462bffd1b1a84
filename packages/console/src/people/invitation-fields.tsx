import { useMutation, useQuery } from "@tanstack/react-query";
import type { InvitationSent } from "@tiltas/contract/people";
import { Role } from "@tiltas/contract/roles";
import { useState } from "react";
import { municipalitiesQuery } from "../places/index.ts";
import { api, inLanguage, ProblemNote, useSpeech } from "../shell/index.ts";
import { Button, ChoiceField, Entry, SelectField, TextField } from "../widgets/index.ts";
import { isLocal } from "./place.ts";
import { objectTo } from "./whom.ts";

/** Whom to invite: address, role with what it may do, and the municipality where the role asks for one. */
export function InvitationFields({
  onSent,
  onCancel,
}: {
  onSent: (sent: InvitationSent) => void;
  onCancel: () => void;
}) {
  const { access, people } = useSpeech().strings;
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<Role | null>(null);
  const [municipality, setMunicipality] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const invite = useMutation({ mutationFn: api.invite, onSuccess: onSent });
  const whom = { email, role, municipality };
  const objections = tried ? objectTo(whom) : {};
  const send = () => {
    setTried(true);
    if (invite.isPending || role === null || Object.keys(objectTo(whom)).length > 0) return;
    invite.mutate({
      email: email.trim().toLowerCase(),
      role,
      municipality: isLocal(role) ? municipality : null,
    });
  };
  return (
    <Entry onSend={send}>
      <ProblemNote problem={invite.error} />
      <TextField
        label={people.email}
        name="invitee"
        type="email"
        autoComplete="off"
        autoFocus
        value={email}
        onChange={setEmail}
        objection={
          objections.email
            ? { missing: people.emailMissing, wrong: access.emailWrong }[objections.email]
            : undefined
        }
      />
      <ChoiceField
        label={people.role}
        value={role}
        onChange={setRole}
        choices={Role.options.map((value) => ({
          value,
          label: people.roleNames[value],
          description: people.roleDescriptions[value],
        }))}
        objection={objections.role ? people.roleMissing : undefined}
      />
      {role !== null && isLocal(role) ? (
        <MunicipalityField
          value={municipality}
          onChange={setMunicipality}
          missing={objections.municipality ?? false}
        />
      ) : null}
      <div className="dialog-actions">
        <Button kind="act" type="submit" busy={invite.isPending}>
          {people.makeLink}
        </Button>
        <Button onPress={onCancel}>{people.cancel}</Button>
      </div>
    </Entry>
  );
}

function MunicipalityField({
  value,
  onChange,
  missing,
}: {
  value: string | null;
  onChange: (code: string) => void;
  missing: boolean;
}) {
  const { language, strings } = useSpeech();
  const { people } = strings;
  const municipalities = useQuery(municipalitiesQuery);
  const compare = new Intl.Collator(language).compare;
  const options = (municipalities.data ?? [])
    .map(({ code, label }) => ({ value: code, label: inLanguage(label, language) }))
    .sort((one, other) => compare(one.label, other.label));
  return (
    <>
      <ProblemNote problem={municipalities.error} onRetry={() => municipalities.refetch()} />
      <SelectField
        label={people.municipality}
        hint={people.municipalityHint}
        options={options}
        value={value}
        onChange={onChange}
        placeholder={people.chooseMunicipality}
        objection={missing ? people.municipalityMissing : undefined}
      />
    </>
  );
}
