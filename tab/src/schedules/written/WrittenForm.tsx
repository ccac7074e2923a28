import { Button, Field, Input, Textarea } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import type { WrittenView } from '@kaigi/core/contract';
import { localDateOf } from '@kaigi/core/shared';
import { useState } from 'react';
import { useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { ErrorState } from '../../app/PageStates.tsx';
import { DirectoryPicker } from '../../approvals/DirectoryPicker.tsx';
import { useDialogStyles } from '../week/Dialogs.styles.ts';
import { useWeekStyles } from '../week/Week.styles.ts';
import { writtenText } from './text.ts';
import { useWrittenOrder } from './use-written.ts';
import { newWritten, readWritten, type TypedWritten, type WrittenProblem } from './written-form.ts';

interface FieldsProps {
  readonly typed: TypedWritten;
  readonly problem: WrittenProblem | null;
  readonly onTyped: (typed: TypedWritten) => void;
}

const MOST_ITEMS = 10;

/** As a validation message, where it is about this field. */
function useWrong(problem: WrittenProblem | null) {
  const t = useText(writtenText);
  return (about: WrittenProblem) =>
    problem === about ? { validationMessage: t(problem), validationState: 'error' as const } : {};
}

function When({ typed, problem, onTyped }: FieldsProps) {
  const styles = useDialogStyles();
  const t = useText(writtenText);
  const wrong = useWrong(problem);
  const input = (name: 'opensDay' | 'opensTime' | 'closesDay' | 'closesTime') => ({
    className: styles.input,
    type: name.endsWith('Day') ? ('date' as const) : ('time' as const),
    value: typed[name],
    onChange: (_: unknown, { value }: { value: string }) => onTyped({ ...typed, [name]: value }),
    'data-testid': `written-${name}`,
  });
  return (
    <div className={styles.line}>
      <Field label={t('written.form.opens.day')} required className={styles.field}>
        <Input {...input('opensDay')} />
      </Field>
      <Field label={t('written.form.opens.time')} required className={styles.field}>
        <Input {...input('opensTime')} />
      </Field>
      <Field label={t('written.form.closes.day')} required className={styles.field} {...wrong('written.problem.times')}>
        <Input {...input('closesDay')} />
      </Field>
      <Field label={t('written.form.closes.time')} required className={styles.field}>
        <Input {...input('closesTime')} />
      </Field>
    </div>
  );
}

function Who({ typed, problem, onTyped }: FieldsProps) {
  const styles = useDialogStyles();
  const t = useText(writtenText);
  const wrong = useWrong(problem);
  return (
    <div className={styles.line}>
      <div className={styles.field}>
        <DirectoryPicker
          label={t('written.form.participants')}
          kinds={['staff']}
          several
          picked={typed.participants}
          onPicked={(participants) => onTyped({ ...typed, participants })}
          trouble={problem === 'written.problem.nobody' ? t(problem) : null}
        />
      </div>
      <Field label={t('written.form.quorum')} required {...wrong('written.problem.quorum')}>
        <Input
          type="number"
          min={1}
          max={100}
          value={typed.quorum}
          onChange={(_, { value }) => onTyped({ ...typed, quorum: value })}
          data-testid="written-quorum"
        />
      </Field>
    </div>
  );
}

function Items({ typed, problem, onTyped }: FieldsProps) {
  const styles = useDialogStyles();
  const t = useText(writtenText);
  const wrong = useWrong(problem);
  const put = (at: number, more: Partial<TypedWritten['items'][number]>) =>
    onTyped({ ...typed, items: typed.items.map((item, n) => (n === at ? { ...item, ...more } : item)) });
  return (
    <div className={styles.stack}>
      {typed.items.map((item, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a matter is what stands at its place
        <div key={at} className={styles.stack}>
          <Field label={t('written.form.item', { n: at + 1 })} required>
            <Input
              value={item.title}
              maxLength={200}
              onChange={(_, { value }) => put(at, { title: value })}
              data-testid="written-item"
            />
          </Field>
          <Field label={t('written.form.proposal', { n: at + 1 })} required {...wrong('written.problem.items')}>
            <Textarea
              value={item.proposal}
              maxLength={2000}
              onChange={(_, { value }) => put(at, { proposal: value })}
              data-testid="written-proposal"
            />
          </Field>
        </div>
      ))}
      <span>
        <Button
          icon={<AddRegular />}
          disabledFocusable={typed.items.length >= MOST_ITEMS}
          onClick={() => onTyped({ ...typed, items: [...typed.items, { title: '', proposal: '' }] })}
        >
          {t('written.form.add')}
        </Button>
      </span>
    </div>
  );
}

function useForm(onDone: (meeting: WrittenView) => void) {
  const t = useText(writtenText);
  const notify = useNotice();
  const [typed, setTyped] = useState(() => newWritten(localDateOf(new Date())));
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
    mutate(
      { to: 'make', input: read.input },
      {
        onSuccess: (made) => {
          notify({ text: t('written.made'), intent: 'success' });
          onDone(made);
        },
      },
    );
  };
  return { typed, problem, change, send, isPending, error };
}

export interface WrittenFormProps {
  readonly onDone: (meeting: WrittenView) => void;
  readonly onLeave: () => void;
}

/** Calls a meeting in writing. */
export function WrittenForm({ onDone, onLeave }: WrittenFormProps) {
  const week = useWeekStyles();
  const styles = useDialogStyles();
  const t = useText(writtenText);
  const { typed, problem, change, send, isPending, error } = useForm(onDone);
  const wrong = useWrong(problem);
  const fields = { typed, problem, onTyped: change };
  return (
    <form
      className={week.card}
      noValidate
      aria-label={t('written.new')}
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
          {t('written.form.send')}
        </Button>
        <Button appearance="subtle" onClick={onLeave}>
          {t('written.form.back')}
        </Button>
      </div>
    </form>
  );
}
