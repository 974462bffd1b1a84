import { type Channel, channelName } from "@tiltas/contract/channels";
import type { WaveDetail } from "@tiltas/contract/waves";
import { useCallback, useState } from "react";
import { drawQr, qrFile } from "../fieldwork/index.ts";
import type { Places } from "../places/index.ts";
import { useStrings } from "../shell/index.ts";
import { saveFile } from "../tables/index.ts";
import { Button, CopyField, Disclosure, Icon, notify } from "../widgets/index.ts";
import { channelLink } from "./channel-link.ts";
import { useChannelWords } from "./channel-words.ts";
import { Printing } from "./print.tsx";
import { QrPicture } from "./qr-picture.tsx";
import { qrPng } from "./qr-png.ts";
import { Sheet } from "./sheet.tsx";

interface LinkSectionProps {
  wave: WaveDetail;
  places: Places;
  channel: Channel;
}

/** The link of one channel: to copy, to scan, to hang up. */
export function LinkSection({ wave, places, channel }: LinkSectionProps) {
  const { inviting, shell } = useStrings();
  const words = useChannelWords(places);
  const [printing, setPrinting] = useState(false);
  const printed = useCallback(() => setPrinting(false), []);
  const link = channelLink(wave.link, channel);
  return (
    <section className="channel-link" aria-labelledby="channel-link">
      <h2 id="channel-link">{inviting.makeTitle}</h2>
      <p className="channel-words">{words(channelName(channel))}</p>
      <div className="channel-made">
        <QrPicture target={link} label={inviting.qr(words(channelName(channel)))} />
        <div className="stack">
          <CopyField
            label={inviting.link}
            value={link}
            copy={shell.copy}
            copied={shell.copied}
            failed={shell.copyFailed}
            testId="channel-link"
          />
          <Downloads wave={wave.id} link={link} channel={channel} />
          <Button onPress={() => setPrinting(true)} testId="print-sheet">
            {inviting.print}
          </Button>
          <p className="hint">{inviting.sheetHint}</p>
          <Disclosure question={inviting.carries}>
            <p>{inviting.carriesAnswer}</p>
          </Disclosure>
        </div>
      </div>
      {printing ? (
        <Printing onDone={printed}>
          <Sheet wave={wave} link={link} language={channel.language} />
        </Printing>
      ) : null}
    </section>
  );
}

function Downloads({ wave, link, channel }: { wave: string; link: string; channel: Channel }) {
  const { inviting, problems } = useStrings();
  const name = `qr-${wave}-${channelName(channel)}`;
  const savePng = () =>
    qrPng(drawQr(link)).then(
      (picture) => saveFile(`${name}.png`, "image/png", picture),
      () => notify({ sentence: problems["not-understood"] }),
    );
  return (
    <div className="acts">
      <Button
        onPress={() => saveFile(`${name}.svg`, "image/svg+xml", qrFile(drawQr(link)))}
        testId="channel-svg"
      >
        <Icon name="download" />
        {inviting.svg}
      </Button>
      <Button onPress={savePng} testId="channel-png">
        <Icon name="download" />
        {inviting.png}
      </Button>
    </div>
  );
}
