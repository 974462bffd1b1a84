import type { InvitationSent } from "@tiltas/contract/people";
import { useStrings } from "../shell/index.ts";
import { Button, CopyField, Dialog } from "../widgets/index.ts";
import { InvitationFields } from "./invitation-fields.tsx";

export type InvitationStep =
  | { readonly kind: "asking" }
  | { readonly kind: "sent"; readonly sent: InvitationSent };

interface InvitationDialogProps {
  step: InvitationStep | undefined;
  onSent: (sent: InvitationSent) => void;
  onClose: () => void;
}

/** First asks whom to invite, then shows the link, once. */
export function InvitationDialog({ step, onSent, onClose }: InvitationDialogProps) {
  const { people } = useStrings();
  if (step === undefined) return null;
  if (step.kind === "asking") {
    return (
      <Dialog open title={people.inviteTitle} onClose={onClose}>
        <p className="quiet">{people.inviteLead}</p>
        <InvitationFields onSent={onSent} onCancel={onClose} />
      </Dialog>
    );
  }
  return (
    <Dialog open firm title={people.linkTitle} onClose={onClose}>
      <SentLink sent={step.sent} onDone={onClose} />
    </Dialog>
  );
}

function SentLink({ sent, onDone }: { sent: InvitationSent; onDone: () => void }) {
  const { people, shell, format } = useStrings();
  return (
    <div className="stack">
      <p>{people.linkLead(sent.person.email)}</p>
      <CopyField
        label={people.linkLabel}
        value={sent.link}
        copy={shell.copy}
        copied={shell.copied}
        failed={shell.copyFailed}
        testId="invitation-link"
      />
      <p className="quiet">{people.linkOnce(format.moment(sent.expires))}</p>
      <div className="dialog-actions">
        <Button kind="act" onPress={onDone}>
          {people.done}
        </Button>
      </div>
    </div>
  );
}
