import type { ReactNode } from "react";
import {
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from "react-aria-components";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";

/** A sentence about something that happened, with what can be done about it; it stays until dismissed. */
export interface Notice {
  readonly sentence: string;
  /** What it is about; a later notice about the same takes its place, for the earlier one is not true any more. */
  readonly about?: string;
  readonly action?: { readonly label: string; readonly onPress: () => void };
}

const queue = new ToastQueue<Notice>({ maxVisibleToasts: 3 });

/** Shows a notice on whichever page the person is; returns how to take it away. */
export function notify(notice: Notice): () => void {
  const { about } = notice;
  for (const earlier of queue.visibleToasts)
    if (about !== undefined && earlier.content.about === about) queue.close(earlier.key);
  const key = queue.add(notice);
  return () => queue.close(key);
}

export function clearNotices() {
  queue.clear();
}

export function Notices({ label, dismiss }: { label: string; dismiss: string }): ReactNode {
  return (
    <ToastRegion queue={queue} className="notices" aria-label={label}>
      {({ toast }) => (
        <Toast toast={toast} className="notice">
          <ToastContent className="notice-words">
            <span slot="title">{toast.content.sentence}</span>
          </ToastContent>
          {toast.content.action === undefined ? null : (
            <Button
              kind="plain"
              onPress={() => {
                toast.content.action?.onPress();
                queue.close(toast.key);
              }}
            >
              {toast.content.action.label}
            </Button>
          )}
          <Button slot="close" kind="plain" label={dismiss}>
            <Icon name="close" />
          </Button>
        </Toast>
      )}
    </ToastRegion>
  );
}
