import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { DialogFrame, DialogRefused } from './DialogFrame.tsx';

export interface QuestionDialogProps {
  /** Of the test ids: `{name}-dialog`, `{name}-refused`, `{name}-confirm`. */
  readonly name: string;
  readonly title: string;
  readonly confirm: string;
  readonly close: string;
  readonly busy: boolean;
  /** Something asked for is not right yet. */
  readonly blocked?: boolean;
  readonly error: unknown;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/** Asks before something is done that others see. Refused, it says why and stays; while it is being done it cannot be left. */
export function QuestionDialog({ name, title, busy, blocked = false, error, children, ...rest }: QuestionDialogProps) {
  const { confirm, close, onConfirm, onClose } = rest;
  const handleClose = () => (busy ? undefined : onClose());
  const handleConfirm = () => (busy || blocked ? undefined : onConfirm());
  const actions = (
    <>
      <Button onClick={handleClose}>{close}</Button>
      <Button
        appearance="primary"
        disabledFocusable={busy || blocked}
        onClick={handleConfirm}
        data-testid={`${name}-confirm`}
      >
        {confirm}
      </Button>
    </>
  );
  return (
    <DialogFrame {...{ title, testId: `${name}-dialog`, onClose: handleClose, actions }}>
      <DialogRefused error={error} testId={`${name}-refused`} />
      {children}
    </DialogFrame>
  );
}
