import { type Channel, channelName } from "@tiltas/contract/channels";

/** The address that carries a channel: `…/w/demo?lang=uk&channel=poster-13-uk`. */
export function channelLink(wave: string, channel: Channel): string {
  const address = new URL(wave);
  if (channel.language !== null) address.searchParams.set("lang", channel.language);
  address.searchParams.set("channel", channelName(channel));
  return address.href;
}
