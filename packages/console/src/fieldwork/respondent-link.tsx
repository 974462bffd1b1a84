import type { WaveDetail } from "@tiltas/contract/waves";
import { useMemo } from "react";
import { useStrings } from "../shell/index.ts";
import { saveFile } from "../tables/index.ts";
import { Button, CopyField, Icon } from "../widgets/index.ts";
import { drawQr, qrFile } from "./qr-drawing.ts";

/** The address respondents open, to copy, to scan and to print. */
export function RespondentLink({ wave }: { wave: WaveDetail }) {
  const { fieldwork, shell } = useStrings();
  const drawing = useMemo(() => drawQr(wave.link), [wave.link]);
  return (
    <aside className="share" aria-labelledby="share">
      <h2 id="share">{fieldwork.share}</h2>
      <p className="quiet">{wave.open ? fieldwork.shareLead : fieldwork.shareClosed}</p>
      <svg
        className="qr"
        role="img"
        aria-label={fieldwork.qr}
        viewBox={`0 0 ${drawing.size} ${drawing.size}`}
        shapeRendering="crispEdges"
        data-qr-target={wave.link}
      >
        <rect width={drawing.size} height={drawing.size} className="qr-paper" />
        <path d={drawing.path} className="qr-ink" />
      </svg>
      <CopyField
        label={fieldwork.link}
        value={wave.link}
        copy={shell.copy}
        copied={shell.copied}
        failed={shell.copyFailed}
        testId="respondent-link"
      />
      <Button
        onPress={() => saveFile(`qr-${wave.id}.svg`, "image/svg+xml", qrFile(drawing))}
        testId="download-qr"
      >
        <Icon name="download" />
        {fieldwork.downloadQr}
      </Button>
    </aside>
  );
}
