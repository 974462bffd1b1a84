import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Channel } from "@tiltas/contract/channels";
import type { WaveDetail } from "@tiltas/contract/waves";
import { useState } from "react";
import { waveQuery } from "../fieldwork/index.ts";
import { usePlaces } from "../places/index.ts";
import { inLanguage, Loading, Page, ProblemNote, Synthetic, useSpeech } from "../shell/index.ts";
import { Icon } from "../widgets/index.ts";
import { ChannelFields } from "./channel-fields.tsx";
import { CodesSection } from "./codes-section.tsx";
import { LinkSection } from "./link-section.tsx";

/** The links, QR codes and personal codes by which people are invited to a wave. */
export function LinksPage({ wave: id }: { wave: string }) {
  const { language, strings } = useSpeech();
  const { inviting } = strings;
  const wave = useQuery(waveQuery(id));
  const title =
    wave.data === undefined ? inviting.title : `${inviting.title} · ${inLanguage(wave.data.title, language)}`;
  return (
    <Page
      name="links"
      title={title}
      sentence={inviting.lead}
      above={
        <Link to="/waves/$wave" params={{ wave: id }} className="link back">
          <Icon name="back" />
          {inviting.toWave}
        </Link>
      }
    >
      {wave.isPending ? <Loading /> : null}
      <ProblemNote problem={wave.data === undefined ? wave.error : null} onRetry={() => wave.refetch()} />
      {wave.data === undefined ? null : <Inviting wave={wave.data} />}
    </Page>
  );
}

function Inviting({ wave }: { wave: WaveDetail }) {
  const places = usePlaces();
  const [channel, setChannel] = useState<Channel>({ kind: "poster", place: places.own, language: null });
  return (
    <>
      <Synthetic study={wave} />
      <ChannelFields wave={wave} places={places} channel={channel} onChange={setChannel} />
      <LinkSection wave={wave} places={places} channel={channel} />
      <CodesSection wave={wave} places={places} channel={channel} />
    </>
  );
}
