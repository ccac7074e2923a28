import { Badge, Button, Link, MessageBar, MessageBarBody } from '@fluentui/react-components';
import type { PollActInput, PollView } from '@kaigi/core/contract';
import { parseLocalDate } from '@kaigi/core/shared';
import { useState } from 'react';
import { useLocale, useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { PageHeading } from '../../app/PageHeading.tsx';
import { ErrorState, LoadingState } from '../../app/PageStates.tsx';
import { NEW, scheduleHash } from '../../app/schedule-routes.ts';
import { useMe } from '../../app/use-me.ts';
import { goTo } from '../../app/use-route.ts';
import { listText, personText } from '../../app/words.ts';
import { EndDialog } from '../EndDialog.tsx';
import { SchedulesParts } from '../SchedulesParts.tsx';
import { useDialogStyles } from '../week/Dialogs.styles.ts';
import { useWeekStyles } from '../week/Week.styles.ts';
import { spokenDay } from '../week/week-days.ts';
import { AnswerForm } from './AnswerForm.tsx';
import { AnswersTable } from './AnswersTable.tsx';
import { PollForm } from './PollForm.tsx';
import { pollsText } from './text.ts';
import { usePoll, usePollOrder } from './use-polls.ts';

const goToPoll = (id: string | null): void => goTo({ page: 'schedules', part: 'polls', id });

function Facts({ poll }: { readonly poll: PollView }) {
  const week = useWeekStyles();
  const styles = useDialogStyles();
  const t = useText(pollsText);
  const locale = useLocale();
  const { owner, maker, minutes, answerBy, rooms, note, state, outcome, problem, bookingId } = poll;
  const due = parseLocalDate(answerBy ?? '');
  const called = t('polls.owner', { name: personText(owner) });
  const facts = [
    maker ? called + t('poll.maker', { name: personText(maker) }) : called,
    t('poll.length', { count: minutes }),
    ...(due ? [t('polls.due', { day: spokenDay(due, locale) })] : []),
    ...(rooms.length > 0
      ? [
          t('poll.rooms', {
            rooms: listText(
              rooms.map(({ name }) => name),
              locale,
            ),
          }),
        ]
      : []),
  ];
  return (
    <>
      <span className={week.tools}>
        <Badge appearance="outline" data-testid="poll-state">
          {t(`polls.state.${state}`)}
        </Badge>
        <span className={styles.small}>{facts.join(locale === 'ja' ? '・' : ' · ')}</span>
      </span>
      {note === '' ? null : <p className={styles.lines}>{note}</p>}
      {outcome.length === 0 ? null : (
        <ul className={styles.reasons} data-testid="poll-outcome">
          {outcome.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {bookingId === null ? null : (
        <Link href={scheduleHash({ page: 'schedules', part: 'booking', bookingId })} data-testid="poll-booking">
          {t('poll.booking')}
        </Link>
      )}
      {problem === null ? null : (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{problem}</MessageBarBody>
        </MessageBar>
      )}
    </>
  );
}

interface ActsProps {
  readonly poll: PollView;
  readonly busy: boolean;
  readonly onAct: (act: 'SEND' | 'CLOSE' | 'CANCEL') => void;
  readonly onChange: () => void;
}

function Acts({ poll: { may }, busy, onAct, onChange }: ActsProps) {
  const styles = useDialogStyles();
  const t = useText(pollsText);
  const act = (name: 'SEND' | 'CLOSE' | 'CANCEL', key: 'poll.send' | 'poll.close' | 'poll.cancel') => (
    <Button
      appearance={name === 'CANCEL' ? 'subtle' : 'primary'}
      disabledFocusable={busy}
      onClick={() => onAct(name)}
      data-testid={`poll-${name}`}
    >
      {t(key)}
    </Button>
  );
  return (
    <div className={styles.line}>
      {may.send ? act('SEND', 'poll.send') : null}
      {may.close ? act('CLOSE', 'poll.close') : null}
      {may.change ? (
        <Button onClick={onChange} data-testid="poll-change">
          {t('poll.change')}
        </Button>
      ) : null}
      {may.cancel ? act('CANCEL', 'poll.cancel') : null}
    </div>
  );
}

function Shown({ poll, onChange }: { readonly poll: PollView; readonly onChange: () => void }) {
  const t = useText(pollsText);
  const notify = useNotice();
  const me = useMe().data?.staffId;
  const { mutate, isPending, error, reset } = usePollOrder();
  const [ends, setEnds] = useState(false);
  const act = (input: PollActInput) => {
    if (isPending) return;
    mutate(
      { to: 'act', id: poll.pollId, input },
      {
        onSuccess: () => {
          setEnds(false);
          notify({ text: t(`poll.done.${input.act}`), intent: 'success' });
        },
      },
    );
  };
  const leave = () => {
    setEnds(false);
    reset();
  };
  const { version } = poll;
  const mine = poll.answers.filter(({ mayAnswer }) => mayAnswer);
  return (
    <>
      <Facts poll={poll} />
      {error && !ends ? <ErrorState error={error} onRetry={reset} /> : null}
      {mine.map((answer) => {
        const { staffId, name } = answer.person;
        // Other candidates, or an answer given elsewhere: the form begins anew.
        const key = `${staffId} ${answer.at} ${poll.candidates.map(({ candidateId }) => candidateId).join()}`;
        return <AnswerForm key={key} {...{ poll, answer }} name={staffId === me ? null : name} />;
      })}
      <AnswersTable poll={poll} busy={isPending} onBook={(candidateId) => act({ act: 'BOOK', version, candidateId })} />
      <Acts
        poll={poll}
        busy={isPending}
        onAct={(name) => (name === 'CANCEL' ? setEnds(true) : act({ act: name, version }))}
        onChange={onChange}
      />
      {ends ? (
        <EndDialog
          name="poll-end"
          title={t('poll.end.title')}
          body={t(poll.state === 'DRAFT' ? 'poll.end.draft' : 'poll.end.body', { title: poll.title })}
          confirm={t('poll.cancel')}
          close={t('poll.end.close')}
          {...{ isPending, error }}
          onConfirm={() => act({ act: 'CANCEL', version })}
          onClose={leave}
        />
      ) : null}
    </>
  );
}

/** One 日程調整: made, answered, settled. */
export function PollPage({ id }: { readonly id: string }) {
  const week = useWeekStyles();
  const t = useText(pollsText);
  const [changes, setChanges] = useState(false);
  const isNew = id === NEW;
  const poll = usePoll(isNew ? null : id);
  const { data } = poll;
  const title = isNew ? t('poll.form.new') : (data?.title ?? t('polls.title'));
  return (
    <div className={week.page}>
      <PageHeading title={title} focusKey={`poll ${id}`} />
      <SchedulesParts current="polls" />
      {isNew ? <PollForm poll={null} onDone={({ pollId }) => goToPoll(pollId)} onLeave={() => goToPoll(null)} /> : null}
      {!isNew && poll.isPending ? <LoadingState /> : null}
      {poll.isError && !data ? <ErrorState error={poll.error} onRetry={() => void poll.refetch()} /> : null}
      {data && changes ? (
        <PollForm poll={data} onDone={() => setChanges(false)} onLeave={() => setChanges(false)} />
      ) : null}
      {data && !changes ? <Shown poll={data} onChange={() => setChanges(true)} /> : null}
    </div>
  );
}
