import { Button, Field, Input, Textarea } from '@fluentui/react-components';
import type { WrittenView } from '@kaigi/core/contract';
import { localDateOf } from '@kaigi/core/shared';
import { useState } from 'react';
import type { WrittenOrder } from '../../api/written.ts';
import { useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { ErrorState } from '../../app/PageStates.tsx';
import { useDialogStyles } from '../week/Dialogs.styles.ts';
import { useWeekStyles } from '../week/Week.styles.ts';
import { writtenText } from './text.ts';
import { useWrittenOrder } from './use-written.ts';
import { Items, useWrong, When, Who } from './WrittenFields.tsx';
import {
  changeInput,
  newWritten,
  readWritten,
  type TypedWritten,
  typedOf,
  type WrittenProblem,
} from './written-form.ts';

function useForm({ meeting: shown, onDone }: WrittenFormProps) {
  const t = useText(writtenText);
  const notify = useNotice();
  // As it was when the form was opened: what is changed elsewhere meanwhile is not written over.
  const [meeting] = useState(shown);
  const [typed, setTyped] = useState(() => (meeting ? typedOf(meeting) : newWritten(localDateOf(new Date()))));
  const [problem, setProblem] = useState<WrittenProblem | null>(null);
  const { mutate, isPending, error, reset } = useWrittenOrder();
  const change = (next: TypedWritten) => {
    setTyped(next);
    setProblem(null);
    // What was refused was another wish.
    if (error) reset();
  };
  const send = () => {
    if (isPending) return;
    const read = readWritten(typed);
    setProblem(read.ok ? null : read.problem);
    if (!read.ok) return;
    const order: WrittenOrder = meeting
      ? { to: 'change', id: meeting.writtenId, input: changeInput(read.input, meeting) }
      : { to: 'make', input: read.input };
    mutate(order, {
      onSuccess: (saved) => {
        notify({ text: t(meeting ? 'written.changed' : 'written.made'), intent: 'success' });
        onDone(saved);
      },
    });
  };
  return { typed, problem, change, send, isPending, error };
}

export interface WrittenFormProps {
  /** `null`: a new one. */
  readonly meeting: WrittenView | null;
  readonly onDone: (meeting: WrittenView) => void;
  readonly onLeave: () => void;
}

/** Calls a meeting in writing, or changes one that has not begun. */
export function WrittenForm(props: WrittenFormProps) {
  const { meeting, onLeave } = props;
  const week = useWeekStyles();
  const styles = useDialogStyles();
  const t = useText(writtenText);
  const { typed, problem, change, send, isPending, error } = useForm(props);
  const wrong = useWrong(problem);
  const fields = { typed, problem, onTyped: change };
  return (
    <form
      className={week.card}
      noValidate
      aria-label={t(meeting ? 'written.form.change' : 'written.new')}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      data-testid="written-form"
    >
      {error ? <ErrorState error={error} onRetry={send} /> : null}
      <Field label={t('written.form.name')} required {...wrong('written.problem.name')}>
        <Input
          value={typed.title}
          maxLength={200}
          onChange={(_, { value }) => change({ ...typed, title: value })}
          data-testid="written-title"
        />
      </Field>
      <Field label={t('written.form.note')}>
        <Textarea value={typed.note} maxLength={2000} onChange={(_, { value }) => change({ ...typed, note: value })} />
      </Field>
      <When {...fields} />
      <Who {...fields} />
      <Items {...fields} />
      <div className={styles.line}>
        <Button type="submit" appearance="primary" disabledFocusable={isPending} data-testid="written-send">
          {t(meeting ? 'written.form.save' : 'written.form.send')}
        </Button>
        <Button appearance="subtle" onClick={onLeave}>
          {t('written.form.back')}
        </Button>
      </div>
    </form>
  );
}
