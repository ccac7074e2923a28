import { Field, Input, Textarea } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { CourseOrder } from '../../api/course.ts';
import { useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { QuestionDialog } from '../QuestionDialog.tsx';
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
  const t = useText(courseText);
  const notify = useNotice();
  const [typed, setTyped] = useState(field?.first ?? '');
  const [tried, setTried] = useState(false);
  const { mutate, isPending, error } = useCourseOrder(meetingId);
  const missing = field?.required === true && typed.trim() === '';
  const onSuccess = () => {
    onClose();
    notify({ text: done, intent: 'success' });
  };
  const handleConfirm = () => {
    setTried(true);
    if (!missing) mutate(order(typed.trim()), { onSuccess });
  };
  return (
    <QuestionDialog
      {...{ name: 'ask', title, confirm, close: t('cancel.close'), busy: isPending, error }}
      {...{ onConfirm: handleConfirm, onClose }}
    >
      {children}
      {field ? <Asked {...{ field, typed, missing: tried && missing, onTyped: setTyped }} /> : null}
    </QuestionDialog>
  );
}
