import { Button, Field, makeStyles, Radio, RadioGroup, Textarea } from '@fluentui/react-components';
import type { PollView } from '@kaigi/core/contract';
import { useState } from 'react';
import { useLocale, useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { ErrorState } from '../../app/PageStates.tsx';
import { whenText } from '../slots/Proposals.tsx';
import { useDialogStyles } from '../week/Dialogs.styles.ts';
import { useWeekStyles } from '../week/Week.styles.ts';
import { pollsText } from './text.ts';
import { usePollOrder } from './use-polls.ts';

const useStyles = makeStyles({
  votes: { flexWrap: 'wrap' },
  // ○ 出席できる stays in one line; what has no room goes to the next one.
  vote: { flexShrink: 0 },
});

const VOTES = ['YES', 'MAYBE', 'NO'] as const;
type Vote = (typeof VOTES)[number];

export interface AnswerFormProps {
  readonly poll: PollView;
  readonly answer: PollView['answers'][number];
  /** For whom, where it is not the reader. */
  readonly name: string | null;
}

function useAnswer({ poll, answer, name }: AnswerFormProps) {
  const t = useText(pollsText);
  const notify = useNotice();
  const [votes, setVotes] = useState<Readonly<Record<string, Vote>>>(answer.votes);
  const [remark, setRemark] = useState(answer.remark);
  const [missing, setMissing] = useState(false);
  const { mutate, isPending, error } = usePollOrder();
  const send = () => {
    const complete = poll.candidates.every(({ candidateId }) => votes[candidateId] !== undefined);
    setMissing(!complete);
    if (!complete || isPending) return;
    const now = poll.candidates.map(({ candidateId }) => [candidateId, votes[candidateId]] as const);
    const said = Object.fromEntries(now.flatMap(([id, vote]) => (vote ? [[id, vote]] : [])));
    const input = { staffId: name === null ? null : answer.person.staffId, votes: said, remark: remark.trim() };
    mutate(
      { to: 'answer', id: poll.pollId, input },
      { onSuccess: () => notify({ text: t('poll.answered'), intent: 'success' }) },
    );
  };
  return { votes, setVotes, remark, setRemark, missing, send, isPending, error };
}

/** ○△× to every candidate. */
export function AnswerForm(props: AnswerFormProps) {
  const { poll, answer, name } = props;
  const week = useWeekStyles();
  const styles = useDialogStyles();
  const own = useStyles();
  const t = useText(pollsText);
  const locale = useLocale();
  const { votes, setVotes, remark, setRemark, missing, send, isPending, error } = useAnswer(props);
  const title = name === null ? t('poll.mine') : t('poll.for', { name });
  const wrong = (id: string) =>
    missing && votes[id] === undefined
      ? { validationMessage: t('poll.answer.missing'), validationState: 'error' as const }
      : {};
  return (
    <form
      className={week.card}
      noValidate
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      data-testid="poll-answer"
    >
      <h2 className={styles.heading}>{title}</h2>
      {error ? <ErrorState error={error} onRetry={send} /> : null}
      {poll.candidates.map((candidate) => {
        const { candidateId } = candidate;
        return (
          <Field key={candidateId} label={whenText(candidate, locale)} {...wrong(candidateId)}>
            <RadioGroup
              layout="horizontal"
              className={own.votes}
              value={votes[candidateId] ?? ''}
              onChange={(_, { value }) => {
                const vote = VOTES.find((one) => one === value);
                if (vote) setVotes({ ...votes, [candidateId]: vote });
              }}
              data-testid="poll-vote"
            >
              {VOTES.map((vote) => (
                <Radio key={vote} className={own.vote} value={vote} label={t(`poll.vote.${vote}`)} />
              ))}
            </RadioGroup>
          </Field>
        );
      })}
      <Field label={t('poll.remark')}>
        <Textarea value={remark} maxLength={500} onChange={(_, { value }) => setRemark(value)} />
      </Field>
      <span>
        <Button type="submit" appearance="primary" disabledFocusable={isPending} data-testid="poll-answer-send">
          {t(answer.complete ? 'poll.answer.again' : 'poll.answer')}
        </Button>
      </span>
    </form>
  );
}
