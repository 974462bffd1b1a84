import { useQuery } from "@tanstack/react-query";
import { wavesQuery } from "../fieldwork/index.ts";
import { inLanguage, useSpeech } from "../shell/index.ts";
import { SelectField } from "../widgets/index.ts";
import { usePlanBeingChanged } from "./plan-context.ts";

/** Which wave changes are measured from: one of the same study that opened no later, or none. */
export function WaveBefore({ wave }: { wave: string }) {
  const { language, strings } = useSpeech();
  const { plan } = strings;
  const { draft, change } = usePlanBeingChanged();
  const waves = useQuery(wavesQuery).data ?? [];
  const own = waves.find(({ id }) => id === wave);
  const others = waves.filter(
    ({ id, study, opens }) => id !== wave && study === own?.study && opens <= own.opens,
  );
  return (
    <SelectField
      label={plan.waveBefore}
      placeholder={plan.waveNone}
      hint={plan.waveBeforeHint}
      options={[
        { value: "", label: plan.waveNone },
        ...others.map(({ id, title }) => ({ value: id, label: inLanguage(title, language) })),
      ]}
      value={draft.now.previousWave ?? ""}
      onChange={(chosen) => change({ kind: "wave-before", wave: chosen === "" ? null : chosen })}
    />
  );
}
