import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";

interface DialogProps {
  title: string;
  open: boolean;
  onClose: () => void;
  /** "firm" dialogs hold something shown once: only their own buttons close them. */
  firm?: boolean;
  alert?: boolean;
  children: ReactNode;
}

export function Dialog({ title, open, onClose, firm = false, alert = false, children }: DialogProps) {
  return (
    <ModalOverlay
      className="overlay"
      isOpen={open}
      onOpenChange={(stays) => !stays && onClose()}
      isDismissable={false}
      isKeyboardDismissDisabled={firm}
    >
      <Modal className="modal">
        <AriaDialog className="dialog" role={alert ? "alertdialog" : "dialog"}>
          <Heading slot="title" className="dialog-title">
            {title}
          </Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
