import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  Textarea,
} from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { CourseOrder } from '../../api/course.ts';
import { errorWords } from '../../api/error-text.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { useMinutesStyles } from '../Minutes.styles.ts';
import { courseText } from './text.ts';
import { useCourseOrder } from './use-course.ts';

/** The one thing that is asked beside the press itself. */
export interface AskedFor {
  readonly label: string;
  readonly kind: 'words' | 'day';
  readonly required: boolean;
  readonly first: string;
}

export interface AskDialogProps {
  readonly meetingId: string;
  readonly title: string;
  readonly confirm: string;
  /** Said when it is done. */
  readonly done: string;
  readonly field: AskedFor | null;
  readonly order: (typed: string) => CourseOrder;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

interface FieldProps {
  readonly field: AskedFor;
  readonly typed: string;
  readonly missing: boolean;
  readonly onTyped: (typed: string) => void;
}

function Asked({ field, typed, missing, onTyped }: FieldProps) {
  const t = useText(courseText);
  const { label, kind, required } = field;
  return (
    <Field label={label} required={required} {...(missing ? { validationMessage: t('ask.missing') } : {})}>
      {kind === 'day' ? (
        <Input type="date" value={typed} onChange={(_, { value }) => onTyped(value)} data-testid="ask-field" />
      ) : (
        <Textarea value={typed} maxLength={500} onChange={(_, { value }) => onTyped(value)} data-testid="ask-field" />
      )}
    </Field>
  );
}

/** Asks once more before a step that others see, and for a reason or a day where it needs one. */
export function AskDialog({ meetingId, title, confirm, done, field, order, onClose, children }: AskDialogProps) {
  const styles = useMinutesStyles();
  const t = useText(courseText);
  const locale = useLocale();
  const notify = useNotice();
  const [typed, setTyped] = useState(field?.first ?? '');
  const [tried, setTried] = useState(false);
  const { mutate, isPending, error } = useCourseOrder(meetingId);
  const missing = field?.required === true && typed.trim() === '';
  const close = () => (isPending ? undefined : onClose());
  const onSuccess = () => {
    onClose();
    notify({ text: done, intent: 'success' });
  };
  const handleConfirm = () => {
    setTried(true);
    if (!isPending && !missing) mutate(order(typed.trim()), { onSuccess });
  };
  return (
    <Dialog open onOpenChange={(_, { open }) => (open ? undefined : close())}>
      <DialogSurface data-testid="ask-dialog">
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent className={styles.stack}>
            {error ? (
              <MessageBar intent="error" layout="multiline" data-testid="ask-refused">
                <MessageBarBody>{errorWords(error, locale).sentence}</MessageBarBody>
              </MessageBar>
            ) : null}
            {children}
            {field ? <Asked {...{ field, typed, missing: tried && missing, onTyped: setTyped }} /> : null}
          </DialogContent>
          <DialogActions fluid>
            <Button onClick={close}>{t('cancel.close')}</Button>
            <Button
              appearance="primary"
              disabledFocusable={isPending}
              onClick={handleConfirm}
              data-testid="ask-confirm"
            >
              {confirm}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
