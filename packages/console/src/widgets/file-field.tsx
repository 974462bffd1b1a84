import { DropZone, type FileDropItem, FileTrigger, Text } from "react-aria-components";
import { Button } from "./button.tsx";

interface FileFieldProps {
  label: string;
  choose: string;
  /** Says that a file may be dropped as well. */
  dropHere: string;
  /** File name ends that the browser offers, such as ".csv". */
  accepts: readonly string[];
  busy?: boolean;
  testId?: string;
  onFile: (file: File) => void;
}

/** One file, chosen by button or dropped. */
export function FileField({
  label,
  choose,
  dropHere,
  accepts,
  busy = false,
  testId,
  onFile,
}: FileFieldProps) {
  const take = (file: File | undefined) => {
    if (file && !busy) onFile(file);
  };
  return (
    <DropZone
      className="file-field"
      onDrop={async ({ items }) => {
        const dropped = items.find((item): item is FileDropItem => item.kind === "file");
        take(await dropped?.getFile());
      }}
      {...(testId === undefined ? {} : { "data-testid": testId })}
    >
      <Text slot="label" className="label">
        {label}
      </Text>
      <FileTrigger acceptedFileTypes={accepts} onSelect={(files) => take(files?.[0])}>
        <Button busy={busy}>{choose}</Button>
      </FileTrigger>
      <span className="hint">{dropHere}</span>
    </DropZone>
  );
}
