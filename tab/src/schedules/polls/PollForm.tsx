import { Button } from '@fluentui/react-components';
import type { PollView } from '@kaigi/core/contract';
import { localDateOf } from '@kaigi/core/shared';
import { useState } from 'react';
import type { PollOrder } from '../../api/polls.ts';
import { useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { ErrorState } from '../../app/PageStates.tsx';
import { useMe } from '../../app/use-me.ts';
import { useRooms } from '../use-schedules.ts';
import { useDialogStyles } from '../week/Dialogs.styles.ts';
import { useWeekStyles } from '../week/Week.styles.ts';
import { Starts, What, Who } from './PollFields.tsx';
import { PollTerms } from './PollTerms.tsx';
import { changeInput, makeInput, newPoll, type PollProblem, readPoll, type TypedPoll, typedOf } from './poll-form.ts';
import { pollsText } from './text.ts';
import { usePollOrder } from './use-polls.ts';

export interface PollFormProps {
  /** `null`: a new one. */
  readonly poll: PollView | null;
  /** What a new one begins with; missing: nothing yet. */
  readonly begun?: TypedPoll;
  readonly onDone: (poll: PollView) => void;
  readonly onLeave: () => void;
}

function useForm({ poll: shown, begun, onDone }: PollFormProps) {
  const t = useText(pollsText);
  const notify = useNotice();
  const [today] = useState(() => localDateOf(new Date()));
  // As it was when the form was opened: what somebody else changes meanwhile is not written over.
  const [poll] = useState(shown);
  const [typed, setTyped] = useState(() => (poll ? typedOf(poll) : (begun ?? newPoll(today))));
  const [problem, setProblem] = useState<PollProblem | null>(null);
  const { mutate, isPending, error, reset } = usePollOrder();
  const change = (next: TypedPoll) => {
    setTyped(next);
    setProblem(null);
    // What was refused was another wish.
    if (error) reset();
  };
  const save = (sends: boolean) => {
    if (isPending) return;
    const read = readPoll(typed, sends || (poll !== null && poll.state !== 'DRAFT'));
    setProblem(read.ok ? null : read.problem);
    if (!read.ok) return;
    const order: PollOrder = poll
      ? { to: 'change', id: poll.pollId, input: changeInput(read.fields, poll) }
      : { to: 'make', input: makeInput(read.fields, typed, sends) };
    mutate(order, {
      onSuccess: (saved) => {
        notify({ text: t(sends ? 'poll.sent' : 'poll.saved'), intent: 'success' });
        onDone(saved);
      },
    });
  };
  return { today, typed, change, problem, save, isPending, error };
}

/** What is asked of whom; new, or to be changed. */
export function PollForm(props: PollFormProps) {
  const { poll, onLeave } = props;
  const week = useWeekStyles();
  const styles = useDialogStyles();
  const t = useText(pollsText);
  const { today, typed, change, problem, save, isPending, error } = useForm(props);
  const rooms = useRooms(today).data?.items ?? [];
  const isSecretary = useMe().data?.roles.includes('SECRETARY') === true;
  const fields = { typed, problem, onTyped: change };
  return (
    <form
      className={week.card}
      noValidate
      aria-label={t(poll ? 'poll.form.change' : 'poll.form.new')}
      onSubmit={(event) => {
        event.preventDefault();
        save(poll === null);
      }}
      data-testid="poll-form"
    >
      {error ? <ErrorState error={error} onRetry={() => save(poll === null)} /> : null}
      <What {...fields} />
      <Who {...fields} mayChooseOwner={poll === null && isSecretary} />
      <Starts {...fields} />
      <PollTerms {...fields} rooms={rooms} />
      <div className={styles.line}>
        <Button type="submit" appearance="primary" disabledFocusable={isPending} data-testid="poll-save">
          {t(poll ? 'poll.form.save' : 'poll.form.send')}
        </Button>
        {poll === null ? (
          <Button disabledFocusable={isPending} onClick={() => save(false)} data-testid="poll-draft">
            {t('poll.form.draft')}
          </Button>
        ) : null}
        <Button appearance="subtle" onClick={onLeave}>
          {t('poll.form.back')}
        </Button>
      </div>
    </form>
  );
}
