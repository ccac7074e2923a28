import {
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useFocusBack } from './use-focus-back.ts';

export interface FormDialogProps {
  readonly title: string;
  readonly testId: string;
  /** While it is being sent it cannot be put away, and is not sent again. */
  readonly isPending: boolean;
  readonly onClose: () => void;
  readonly onSubmit: () => void;
  /** The buttons below; one of them submits. */
  readonly actions: ReactNode;
  readonly children: ReactNode;
}

interface FormProps extends FormDialogProps {
  /** Of what stands in it. */
  readonly className: string;
}

/** What every form stands in; it is open as long as it is drawn, and no click beside it loses what was typed. */
export function Form({ title, testId, isPending, onClose, onSubmit, actions, className, children }: FormProps) {
  useFocusBack();
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => (open || isPending ? undefined : onClose())}>
      <DialogSurface data-testid={testId}>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (!isPending) onSubmit();
          }}
        >
          <DialogBody>
            <DialogTitle>{title}</DialogTitle>
            <DialogContent className={className}>{children}</DialogContent>
            <DialogActions fluid>{actions}</DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
