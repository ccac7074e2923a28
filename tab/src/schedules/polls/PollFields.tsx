import { Button, Field, Input, makeStyles, Select, Textarea, tokens } from '@fluentui/react-components';
import { AddRegular, DismissRegular, SearchRegular } from '@fluentui/react-icons';
import { localDateOf } from '@kaigi/core/shared';
import { useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { DirectoryPicker } from '../../approvals/DirectoryPicker.tsx';
import { LENGTHS_MIN } from '../slots/slots-form.ts';
import { slotsText } from '../slots/text.ts';
import { useSlots } from '../use-schedules.ts';
import { useDialogStyles } from '../week/Dialogs.styles.ts';
import { type PollProblem, searchFor, type TypedPoll, type TypedStart, withFound } from './poll-form.ts';
import { pollsText } from './text.ts';

export interface PollFieldsProps {
  readonly typed: TypedPoll;
  readonly problem: PollProblem | null;
  readonly onTyped: (typed: TypedPoll) => void;
}

const MOST = 20;

/** As a validation message, where it is about this field. */
function useWrong(problem: PollProblem | null) {
  const t = useText(pollsText);
  return (...about: readonly PollProblem[]) =>
    problem && about.includes(problem) ? { validationMessage: t(problem), validationState: 'error' as const } : {};
}

export function What({ typed, problem, onTyped }: PollFieldsProps) {
  const styles = useDialogStyles();
  const t = useText(pollsText);
  const slots = useText(slotsText);
  const wrong = useWrong(problem);
  return (
    <>
      <Field label={t('poll.form.name')} required {...wrong('poll.problem.name')}>
        <Input
          value={typed.title}
          maxLength={200}
          onChange={(_, { value }) => onTyped({ ...typed, title: value })}
          data-testid="poll-title"
        />
      </Field>
      <Field label={t('poll.form.note')}>
        <Textarea value={typed.note} maxLength={2000} onChange={(_, { value }) => onTyped({ ...typed, note: value })} />
      </Field>
      <div className={styles.line}>
        <Field label={slots('slots.minutes')} className={styles.field}>
          <Select
            className={styles.input}
            value={String(typed.minutes)}
            onChange={(_, { value }) => onTyped({ ...typed, minutes: Number(value) })}
            select={{ 'data-testid': 'poll-minutes' } as object}
          >
            {[...new Set([...LENGTHS_MIN, typed.minutes])].map((count) => (
              <option key={count} value={count}>
                {slots('slots.minutes.one', { count })}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('poll.form.answerBy')} required className={styles.field} {...wrong('poll.problem.answerBy')}>
          <Input
            className={styles.input}
            type="date"
            value={typed.answerBy}
            onChange={(_, { value }) => onTyped({ ...typed, answerBy: value })}
            data-testid="poll-answer-by"
          />
        </Field>
      </div>
    </>
  );
}

export function Who({
  typed,
  problem,
  onTyped,
  mayChooseOwner,
}: PollFieldsProps & { readonly mayChooseOwner: boolean }) {
  const styles = useDialogStyles();
  const t = useText(pollsText);
  const slots = useText(slotsText);
  const several = { kinds: ['staff'], several: true, optional: true } as const;
  return (
    <>
      {mayChooseOwner ? (
        <DirectoryPicker
          label={t('poll.form.owner')}
          kinds={['staff']}
          several={false}
          optional
          picked={typed.owner}
          onPicked={(owner) => onTyped({ ...typed, owner })}
          trouble={null}
        />
      ) : null}
      <div className={styles.line}>
        <div className={styles.field}>
          <DirectoryPicker
            {...several}
            label={slots('slots.required')}
            picked={typed.required}
            onPicked={(required) => onTyped({ ...typed, required })}
            trouble={problem === 'poll.problem.nobody' ? t(problem) : null}
          />
        </div>
        <div className={styles.field}>
          <DirectoryPicker
            {...several}
            label={slots('slots.optional')}
            picked={typed.optional}
            onPicked={(optional) => onTyped({ ...typed, optional })}
            trouble={null}
          />
        </div>
      </div>
    </>
  );
}

interface StartProps {
  readonly start: TypedStart;
  readonly n: number;
  readonly onStart: (start: TypedStart | null) => void;
}

const useStartStyles = makeStyles({
  // Day, time and 消す in one line, on a phone too.
  start: { display: 'flex', gap: tokens.spacingHorizontalS, maxWidth: '26rem' },
  typed: { flex: '1 1 0', minWidth: 0 },
});

function Start({ start, n, onStart }: StartProps) {
  const styles = useStartStyles();
  const t = useText(pollsText);
  return (
    <div className={styles.start}>
      <Input
        className={styles.typed}
        input={{ className: styles.typed }}
        type="date"
        value={start.day}
        aria-label={t('poll.form.day', { n })}
        onChange={(_, { value }) => onStart({ ...start, day: value })}
        data-testid="poll-day"
      />
      <Input
        className={styles.typed}
        input={{ className: styles.typed }}
        type="time"
        value={start.time}
        aria-label={t('poll.form.time', { n })}
        onChange={(_, { value }) => onStart({ ...start, time: value })}
        data-testid="poll-time"
      />
      <Button
        appearance="subtle"
        icon={<DismissRegular />}
        aria-label={t('poll.form.remove', { n })}
        onClick={() => onStart(null)}
      />
    </div>
  );
}

/** Typed one by one, or taken from where everybody is free. */
export function Starts({ typed, problem, onTyped }: PollFieldsProps) {
  const styles = useDialogStyles();
  const t = useText(pollsText);
  const wrong = useWrong(problem);
  const notify = useNotice();
  const slots = useSlots();
  const { starts } = typed;
  const put = (at: number, start: TypedStart | null) =>
    onTyped({ ...typed, starts: starts.flatMap((one, n) => (n === at ? (start ?? []) : one)) });
  const find = () =>
    slots.mutate(searchFor(typed, localDateOf(new Date())), {
      onSuccess: ({ items }) => {
        if (items.length === 0) notify({ text: t('poll.form.found.none'), intent: 'warning' });
        onTyped({ ...typed, starts: withFound(typed, items).slice(0, MOST) });
      },
    });
  const last = starts.at(-1);
  const some = typed.required.length + typed.optional.length > 0;
  return (
    <Field {...wrong('poll.problem.starts', 'poll.problem.few')}>
      <fieldset className={styles.group}>
        <legend>{t('poll.form.starts')}</legend>
        <div className={styles.stack}>
          {starts.map((start, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is what stands at its place
            <Start key={at} n={at + 1} start={start} onStart={(one) => put(at, one)} />
          ))}
          <div className={styles.line}>
            <Button
              icon={<AddRegular />}
              disabledFocusable={starts.length >= MOST}
              onClick={() => onTyped({ ...typed, starts: [...starts, { day: '', time: last?.time ?? '10:00' }] })}
              data-testid="poll-add"
            >
              {t('poll.form.add')}
            </Button>
            <Button
              icon={<SearchRegular />}
              disabledFocusable={!some || slots.isPending}
              onClick={find}
              data-testid="poll-find"
            >
              {t('poll.form.find')}
            </Button>
          </div>
        </div>
      </fieldset>
    </Field>
  );
}
