import { channelOf } from "@tiltas/contract/channels";
import type { Places } from "../places/index.ts";
import { useSpeech } from "../shell/index.ts";

/** A channel in words: "Poster · Vilnius · Ukrainian". */
export function useChannelWords(places: Places): (name: string | null) => string {
  const { language, strings } = useSpeech();
  const { inviting } = strings;
  const languageName = new Intl.DisplayNames(language, { type: "language" });
  return (name) => {
    if (name === null) return inviting.noChannel;
    const channel = channelOf(name);
    if (channel === undefined) return name;
    const spoken = channel.language === null ? inviting.personChooses : languageName.of(channel.language);
    const place = places.nameOf(channel.place, inviting.wholeCountry);
    return inviting.channel(inviting.kinds[channel.kind], place, spoken ?? channel.language ?? "");
  };
}
