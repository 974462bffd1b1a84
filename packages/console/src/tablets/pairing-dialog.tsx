import { useMutation, useQuery } from "@tanstack/react-query";
import { grouped } from "@tiltas/contract/codes";
import type { PairingOffer } from "@tiltas/contract/devices";
import { useState } from "react";
import type { z } from "zod";
import { wavesQuery } from "../fieldwork/index.ts";
import { usePlaces } from "../places/index.ts";
import { api, inLanguage, ProblemNote, useSpeech, useStrings } from "../shell/index.ts";
import { Button, ChoiceField, Dialog, Entry, SelectField, TextField } from "../widgets/index.ts";

type Offer = z.infer<typeof PairingOffer>;
type Purpose = "interviewer" | "kiosk";

/** First asks which tablet, then shows its code, once. */
export function PairingDialog({ onClose }: { onClose: () => void }) {
  const { tablets } = useStrings();
  const [offer, setOffer] = useState<Offer>();
  if (offer !== undefined)
    return (
      <Dialog open firm title={tablets.codeTitle} onClose={onClose}>
        <PairingCode offer={offer} onDone={onClose} />
      </Dialog>
    );
  return (
    <Dialog open title={tablets.pair} onClose={onClose}>
      <p className="quiet">{tablets.pairLead}</p>
      <TabletFields onOffer={setOffer} onCancel={onClose} />
    </Dialog>
  );
}

function PairingCode({ offer, onDone }: { offer: Offer; onDone: () => void }) {
  const { tablets, format } = useStrings();
  return (
    <div className="stack">
      <p>{tablets.codeLead(`${location.origin}/tablet`)}</p>
      <p className="pairing-code">
        <span className="label">{tablets.code}</span>
        <strong data-testid="pairing-code">{grouped(offer.code, 5)}</strong>
      </p>
      <p className="quiet">{tablets.codeOnce(format.clock(offer.expiresAt))}</p>
      <div className="dialog-actions">
        <Button kind="act" onPress={onDone}>
          {tablets.done}
        </Button>
      </div>
    </div>
  );
}

/** Stands for the whole country in a list, whose values must not be empty. */
const everywhere = "everywhere";

function TabletFields({ onOffer, onCancel }: { onOffer: (offer: Offer) => void; onCancel: () => void }) {
  const { language, strings } = useSpeech();
  const { tablets, people } = strings;
  const places = usePlaces();
  const waves = useQuery(wavesQuery).data ?? [];
  const [label, setLabel] = useState("");
  const [purpose, setPurpose] = useState<Purpose | null>(null);
  const [chosen, setWave] = useState<string | null>(null);
  const [place, setPlace] = useState(places.own ?? everywhere);
  const [tried, setTried] = useState(false);
  const open = waves.filter((wave) => wave.open);
  const wave = chosen ?? (open.length === 1 ? (open[0]?.id ?? null) : null);
  const order = useMutation({ mutationFn: api.orderDevice, onSuccess: onOffer });
  const send = () => {
    setTried(true);
    if (order.isPending || label.trim() === "" || purpose === null || wave === null) return;
    const municipality = place === everywhere ? null : place;
    order.mutate({ label: label.trim(), purpose, wave, municipality });
  };
  return (
    <Entry onSend={send}>
      <ProblemNote problem={order.error} />
      <TextField
        label={tablets.label}
        name="label"
        autoComplete="off"
        autoFocus
        value={label}
        onChange={setLabel}
        hint={tablets.labelHint}
        objection={tried && label.trim() === "" ? tablets.labelMissing : undefined}
      />
      <ChoiceField
        label={tablets.purpose}
        value={purpose}
        onChange={setPurpose}
        choices={(["interviewer", "kiosk"] as const).map((value) => ({
          value,
          label: tablets.purposes[value],
          description: tablets.purposeHints[value],
        }))}
        objection={tried && purpose === null ? tablets.purposeMissing : undefined}
      />
      <SelectField
        label={tablets.wave}
        options={open.map(({ id, title }) => ({ value: id, label: inLanguage(title, language) }))}
        value={wave}
        onChange={setWave}
        placeholder={tablets.chooseWave}
        objection={tried && wave === null ? tablets.waveMissing : undefined}
      />
      <SelectField
        label={tablets.place}
        options={[
          ...(places.own === null ? [{ value: everywhere, label: people.wholeCountry }] : []),
          ...places.options,
        ]}
        value={place}
        onChange={setPlace}
        placeholder=""
      />
      <div className="dialog-actions">
        <Button kind="act" type="submit" busy={order.isPending} testId="make-pairing-code">
          {tablets.makeCode}
        </Button>
        <Button onPress={onCancel}>{tablets.cancel}</Button>
      </div>
    </Entry>
  );
}
