import type { ReviewedResponse } from "@tiltas/contract/reviews";
import { useState } from "react";
import { useStrings } from "../shell/index.ts";
import { Button, Dialog, Entry, TextField } from "../widgets/index.ts";
import type { Decision } from "./use-decision.ts";

interface DecisionDialogProps {
  response: ReviewedResponse;
  decision: Decision;
  onClose: () => void;
}

/** Asks for the reason first: no decision without one. */
export function DecisionDialog({ response, decision, onClose }: DecisionDialogProps) {
  const { review } = useStrings();
  const [reason, setReason] = useState("");
  const [isAsked, setAsked] = useState(false);
  const isMissing = reason.trim() === "";
  const decide = (state: "approved" | "rejected") => {
    setAsked(true);
    if (isMissing) return;
    decision.decide(state, reason.trim());
    onClose();
  };
  return (
    <Dialog open title={review.decideAbout(response.responseId)} onClose={onClose}>
      <p className="quiet">{review.decideLead}</p>
      <Entry onSend={() => decide("approved")}>
        <TextField
          label={review.why}
          name="reason"
          value={reason}
          onChange={setReason}
          hint={review.whyHint}
          autoFocus
          objection={isAsked && isMissing ? review.whyMissing : undefined}
        />
        <div className="dialog-actions">
          <Button onPress={onClose}>{review.cancel}</Button>
          <Button onPress={() => decide("rejected")} testId="reject">
            {review.reject}
          </Button>
          <Button kind="act" type="submit" busy={decision.busy} testId="approve">
            {review.approve}
          </Button>
        </div>
      </Entry>
    </Dialog>
  );
}
