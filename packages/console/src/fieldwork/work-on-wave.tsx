import { useQuery } from "@tanstack/react-query";
import type { WaveSummary } from "@tiltas/contract/waves";
import type { ReactNode } from "react";
import { Empty, inLanguage, Loading, Page, ProblemNote, Synthetic, useSpeech } from "../shell/index.ts";
import { SelectField } from "../widgets/index.ts";
import { wavesQuery } from "./queries.ts";

interface WorkOnWaveProps {
  /** Stable name of the page for tests and styles. */
  name: string;
  title: string;
  /** Said until a wave is there to say more. */
  lead: string;
  /** The wave in the address; without one, the first of the list. */
  asked: string | undefined;
  onChoose: (wave: string) => void;
  sentence: (wave: WaveSummary) => ReactNode;
  children: (wave: WaveSummary) => ReactNode;
}

/** A page about one wave, which stands in the address and can be changed on the page. */
export function WorkOnWave({ name, title, lead, asked, onChoose, sentence, children }: WorkOnWaveProps) {
  const { fieldwork } = useSpeech().strings;
  const waves = useQuery(wavesQuery);
  const list = waves.data ?? [];
  const wave = list.find(({ id }) => id === asked) ?? (asked === undefined ? list[0] : undefined);
  return (
    <Page name={name} title={title} sentence={wave === undefined ? lead : sentence(wave)}>
      {waves.isPending ? <Loading /> : null}
      <ProblemNote problem={waves.error} onRetry={() => waves.refetch()} />
      {waves.isSuccess && list.length === 0 ? (
        <Empty title={fieldwork.noWavesTitle}>{fieldwork.noWaves}</Empty>
      ) : null}
      {list.length === 0 ? null : <WaveChoice waves={list} chosen={wave?.id ?? null} onChoose={onChoose} />}
      {list.length > 0 && wave === undefined ? <p className="remark">{fieldwork.waveLost}</p> : null}
      {wave === undefined ? null : <Synthetic study={wave} />}
      {wave === undefined ? null : children(wave)}
    </Page>
  );
}

interface WaveChoiceProps {
  waves: readonly WaveSummary[];
  chosen: string | null;
  onChoose: (wave: string) => void;
}

function WaveChoice({ waves, chosen, onChoose }: WaveChoiceProps) {
  const { language, strings } = useSpeech();
  const options = waves.map(({ id, title, studyTitle }) => ({
    value: id,
    label: `${inLanguage(studyTitle, language)} · ${inLanguage(title, language)}`,
  }));
  if (options.length === 1 && options[0]?.value === chosen)
    return <p className="wave-chosen">{options[0].label}</p>;
  return (
    <SelectField
      label={strings.fieldwork.wave}
      options={options}
      value={chosen}
      placeholder={strings.fieldwork.chooseWave}
      onChange={onChoose}
    />
  );
}
