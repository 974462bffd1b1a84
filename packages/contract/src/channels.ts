import {
  channelKindWords,
  channelName,
  channelOf,
  type RecruitmentChannel,
} from "@tiltas/instrument/definition";

export { channelName, channelOf };
/** A recruitment channel: where, how and in which language people were invited. */
export type Channel = RecruitmentChannel;

/** Ways in which people are found; each becomes a code of the variable `channel_kind`. */
export const channelKinds = Object.keys(channelKindWords) as (keyof typeof channelKindWords)[];
