import { Badge, Button, Link } from '@fluentui/react-components';
import { AddRegular, PollRegular } from '@fluentui/react-icons';
import type { PollList } from '@kaigi/core/contract';
import { localDateOf, parseLocalDate } from '@kaigi/core/shared';
import { useLocale, useText } from '../../app/locale.ts';
import { PageHeading } from '../../app/PageHeading.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../app/PageStates.tsx';
import { hashOf } from '../../app/routes.ts';
import { NEW } from '../../app/schedule-routes.ts';
import { goTo } from '../../app/use-route.ts';
import { personText } from '../../app/words.ts';
import { SchedulesParts } from '../SchedulesParts.tsx';
import { timeText } from '../week/columns.ts';
import { useDialogStyles } from '../week/Dialogs.styles.ts';
import { useWeekStyles } from '../week/Week.styles.ts';
import { spokenDay } from '../week/week-days.ts';
import { pollsText } from './text.ts';
import { usePolls } from './use-polls.ts';

function Row({ poll }: { readonly poll: PollList['items'][number] }) {
  const week = useWeekStyles();
  const styles = useDialogStyles();
  const t = useText(pollsText);
  const locale = useLocale();
  const { pollId, state, title, answerBy, owner, waitsForMe, asked, answered, from } = poll;
  const due = state === 'OPEN' ? parseLocalDate(answerBy ?? '') : null;
  const facts = [
    t('polls.owner', { name: personText(owner) }),
    t('polls.count', { asked, answered }),
    ...(due ? [t('polls.due', { day: spokenDay(due, locale) })] : []),
    ...(from ? [`${spokenDay(localDateOf(new Date(from)), locale)} ${timeText(from)}`] : []),
  ];
  return (
    <li className={week.card} data-testid="poll-row">
      <span className={week.tools}>
        <Link href={hashOf({ page: 'schedules', part: 'polls', id: pollId })} className={styles.title}>
          {title}
        </Link>
        <Badge appearance={waitsForMe ? 'filled' : 'outline'} color={waitsForMe ? 'important' : 'informative'}>
          {t(waitsForMe ? 'polls.waits' : `polls.state.${state}`)}
        </Badge>
      </span>
      <p className={styles.small}>{facts.join(locale === 'ja' ? '・' : ' · ')}</p>
    </li>
  );
}

/** 「日程調整」: those one calls and those one is asked in; what waits for one first. */
export function PollsPage() {
  const week = useWeekStyles();
  const styles = useDialogStyles();
  const t = useText(pollsText);
  const polls = usePolls();
  const { data } = polls;
  const create = (
    <Button
      appearance="primary"
      icon={<AddRegular />}
      onClick={() => goTo({ page: 'schedules', part: 'polls', id: NEW })}
      data-testid="poll-new"
    >
      {t('polls.new')}
    </Button>
  );
  return (
    <div className={week.page}>
      <PageHeading title={t('polls.title')} focusKey="polls" />
      <SchedulesParts current="polls" />
      <p className={week.lead}>{t('polls.lead')}</p>
      {polls.isPending ? <LoadingState /> : null}
      {polls.isError && !data ? <ErrorState error={polls.error} onRetry={() => void polls.refetch()} /> : null}
      {data?.items.length === 0 ? (
        <EmptyState icon={<PollRegular />} title={t('polls.none')} body={t('polls.none.body')} action={create} />
      ) : null}
      {data && data.items.length > 0 ? (
        <>
          <span>{create}</span>
          <ul className={styles.items}>
            {data.items.map((poll) => (
              <Row key={poll.pollId} poll={poll} />
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}
