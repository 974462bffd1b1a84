import { type Channel, channelKinds } from "@tiltas/contract/channels";
import type { WaveDetail } from "@tiltas/contract/waves";
import type { Places } from "../places/index.ts";
import { useSpeech } from "../shell/index.ts";
import { SelectField } from "../widgets/index.ts";

interface ChannelFieldsProps {
  wave: WaveDetail;
  places: Places;
  channel: Channel;
  onChange: (channel: Channel) => void;
}

/** Stands for no place or no language in a list, whose values must not be empty. */
const none = "none";

/** How, where and in which language people are reached. */
export function ChannelFields({ wave, places, channel, onChange }: ChannelFieldsProps) {
  const { language, strings } = useSpeech();
  const { inviting } = strings;
  const languageName = new Intl.DisplayNames(language, { type: "language" });
  const everywhere = places.own === null ? [{ value: none, label: inviting.wholeCountry }] : [];
  return (
    <div className="channel-fields">
      <SelectField
        label={inviting.kind}
        options={channelKinds.map((kind) => ({ value: kind, label: inviting.kinds[kind] }))}
        value={channel.kind}
        placeholder=""
        onChange={(value) => {
          const kind = channelKinds.find((known) => known === value);
          if (kind) onChange({ ...channel, kind });
        }}
      />
      <SelectField
        label={inviting.place}
        options={[...everywhere, ...places.options]}
        value={channel.place ?? none}
        placeholder=""
        onChange={(value) => onChange({ ...channel, place: value === none ? null : value })}
      />
      <SelectField
        label={inviting.language}
        options={[
          { value: none, label: inviting.personChooses },
          ...wave.languages.map((tag) => ({ value: tag, label: languageName.of(tag) ?? tag })),
        ]}
        value={channel.language ?? none}
        placeholder=""
        onChange={(value) => onChange({ ...channel, language: value === none ? null : value })}
      />
    </div>
  );
}
