import { Button, Link, mergeClasses } from '@fluentui/react-components';
import type { RollBoard } from '@kaigi/core/contract';
import { useState } from 'react';
import type { RollNamed } from '../api/disaster.ts';
import { errorWords } from '../api/error-text.ts';
import { useLocale, useText } from '../app/locale.ts';
import { MoreButton } from '../app/MoreButton.tsx';
import { useNotice } from '../app/Notices.tsx';
import { PageHeading } from '../app/PageHeading.tsx';
import { ErrorState, LoadingState } from '../app/PageStates.tsx';
import { hashOf } from '../app/routes.ts';
import { Section } from '../approvals/Section.tsx';
import { ANSWERS } from './AnswerForm.tsx';
import { useDisasterStyles } from './Disaster.styles.ts';
import { type Filter, PeopleList } from './PeopleList.tsx';
import { disasterText } from './text.ts';
import { UnitTable } from './UnitTable.tsx';
import { useRollBoard, useTell } from './use-disaster.ts';

function Counts({ board }: { readonly board: RollBoard }) {
  const styles = useDisasterStyles();
  const t = useText(disasterText);
  const { roll, answers, asked, answered, unreachable } = board;
  return (
    <>
      <p className={styles.words} role="status" data-testid="board-counts">
        {t('board.counts', { asked, answered })}
        {unreachable > 0 ? ` ${t('board.unreachable', { count: unreachable })}` : ''}
      </p>
      <ul className={styles.counts}>
        {ANSWERS[roll.kind].map((answer) => (
          <li key={answer} className={styles.count} data-testid={`count-${answer}`}>
            <span className={mergeClasses(styles.figure, answer === 'NEEDS_HELP' && styles.red)}>
              {answers[answer] ?? 0}
            </span>
            <span className={styles.muted}>{t(`answer.${answer}`)}</span>
          </li>
        ))}
        <li className={styles.count} data-testid="count-NONE">
          <span className={styles.figure}>{asked - answered}</span>
          <span className={styles.muted}>{t('answer.NONE')}</span>
        </li>
      </ul>
    </>
  );
}

function Running({ board: { roll, asked, answered } }: { readonly board: RollBoard }) {
  const styles = useDisasterStyles();
  const t = useText(disasterText);
  const locale = useLocale();
  const notify = useNotice();
  const { mutate, isPending } = useTell(roll);
  if (!roll.may.run || !roll.open) return null;
  const handle = (to: 'reminders' | 'close') => {
    if (isPending) return;
    mutate(
      { to, body: { version: roll.version } },
      {
        onSuccess: () => notify({ text: t(to === 'close' ? 'board.closed' : 'board.reminded'), intent: 'success' }),
        onError: (error) =>
          notify({ text: t('form.failed'), body: errorWords(error, locale).sentence, intent: 'error' }),
      },
    );
  };
  return (
    <div className={styles.buttons}>
      {answered < asked ? (
        <Button disabledFocusable={isPending} onClick={() => handle('reminders')} data-testid="board-remind">
          {t('board.remind')}
        </Button>
      ) : null}
      <Button disabledFocusable={isPending} onClick={() => handle('close')} data-testid="board-close">
        {t('board.close')}
      </Button>
    </div>
  );
}

function Body({ roll }: { readonly roll: RollNamed }) {
  const styles = useDisasterStyles();
  const t = useText(disasterText);
  const [filter, setFilter] = useState<Filter>({});
  const list = useRollBoard(roll, filter);
  if (list.isPending) return <LoadingState />;
  const [board] = list.data?.pages ?? [];
  if (!board) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  const people = list.data?.pages.flatMap((page) => page.people) ?? [];
  return (
    <div className={styles.page}>
      <p className={styles.name}>{board.roll.title}</p>
      <Counts board={board} />
      <Running board={board} />
      <Section title={t('board.units')}>
        <UnitTable board={board} />
      </Section>
      <Section title={t('board.people')}>
        <PeopleList {...{ board, people, filter }} onFilter={setFilter} />
        <MoreButton list={list} />
      </Section>
    </div>
  );
}

/** The board of a 安否確認 or 参集: who needs help, who is silent, unit by unit. */
export function RollBoardPage({ roll }: { readonly roll: RollNamed }) {
  const styles = useDisasterStyles();
  const t = useText(disasterText);
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <Link href={hashOf({ page: 'disaster', roll: null })}>{t('board.back')}</Link>
        <PageHeading title={t(`kind.${roll.kind}`)} focusKey={`disaster-${roll.id}`} />
      </div>
      <Body roll={roll} />
    </div>
  );
}
