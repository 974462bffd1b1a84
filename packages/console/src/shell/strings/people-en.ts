import type { Role } from "@tiltas/contract/roles";
import { formatFor } from "./format.ts";

const format = formatFor("en-GB");

const roleNames: Record<Role, string> = {
  administrator: "Administrator",
  researcher: "Researcher",
  translator: "Translator",
  interviewer: "Interviewer",
  coordinator: "Coordinator",
  analyst: "Analyst",
  "data-protection-officer": "Data protection officer",
};

const roleDescriptions: Record<Role, string> = {
  administrator:
    "Invites people and closes their accounts. Sees how many responses a wave has, but no figures.",
  researcher: "Decides which responses enter, prepares margins and releases, signs them and reads them.",
  translator: "Has an account, and nothing to do here yet: translating comes in a later version.",
  interviewer:
    "Has an account, and nothing to do here yet: the interviewer's tablet comes in a later version.",
  coordinator:
    "In one municipality: invites respondents, looks after tablets and cases, follows how many responses come in. Reads what is released, as everybody may.",
  analyst: "Weighs, prepares releases, signs them and reads them; takes answers out under new numbers.",
  "data-protection-officer": "Sees who has an account and how many responses a wave has. Changes nothing.",
};

/** What the page of people says in English. */
export const peopleEn = {
  title: "People",
  summary: (active: number, invited: number) =>
    `${format.number(active)} active ${active === 1 ? "account" : "accounts"}` +
    (invited === 0
      ? "."
      : `, ${format.number(invited)} open ${invited === 1 ? "invitation" : "invitations"}.`),
  alone: "You are the only one here so far. Invite the people who prepare the study, run it and read it.",
  invite: "Invite a person",
  inviteTitle: "Invite a person",
  inviteLead: "You get a link that works once. Send it to them yourself.",
  email: "E-mail",
  role: "Role",
  municipality: "Municipality",
  municipalityHint: "By municipality, this person will see this one only.",
  emailMissing: "Write their e-mail address.",
  municipalityMissing: "Choose a municipality.",
  roleMissing: "Choose a role.",
  chooseRole: "Choose a role",
  chooseMunicipality: "Choose a municipality",
  wholeCountry: "Whole country",
  makeLink: "Make the link",
  cancel: "Cancel",
  linkTitle: "The link is ready",
  linkLead: (email: string) => `Send it to ${email} in a way you trust. It is shown only now.`,
  linkOnce: (until: string) => `Works once, until ${until}. If it gets lost, make a new one.`,
  linkLabel: "Invitation link",
  done: "Done",
  newLink: "New link",
  newLinkFor: (email: string) => `New link for ${email}`,
  disable: "Disable",
  disableFor: (email: string) => `Disable ${email}`,
  enable: "Enable",
  enableFor: (email: string) => `Enable ${email}`,
  undo: "Undo",
  disabled: (email: string) => `${email} can no longer sign in.`,
  enabled: (email: string) => `${email} can sign in again.`,
  columns: { person: "Person", role: "Role", place: "Place", state: "State", actions: "What can be done" },
  states: { invited: "Invited", active: "Active", disabled: "Disabled" },
  you: "you",
  roleNames,
  roleDescriptions,
};
