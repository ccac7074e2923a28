import { Button, Link, MessageBar, MessageBarBody, ProgressBar, Spinner } from '@fluentui/react-components';
import type { Confirmations, Confirmed, ToConfirm } from '@kaigi/core/contract';
import { useRef, useState } from 'react';
import { errorWords } from '../api/error-text.ts';
import { useLocale, useText } from '../app/locale.ts';
import { useNotice } from '../app/Notices.tsx';
import { hashOf } from '../app/routes.ts';
import { useMedia } from '../app/use-media.ts';
import { Section } from '../approvals/Section.tsx';
import { useAttendanceStyles } from './Attendance.styles.ts';
import { monthName } from './months.ts';
import { PersonHead, PersonRow } from './PersonRow.tsx';
import { elsewhere, type Open, type People, peopleOf } from './people.ts';
import { type NamedRefusal, Refused } from './Refused.tsx';
import { attendanceText } from './text.ts';
import { useConfirm } from './use-confirmations.ts';
import { useStops } from './use-stops.ts';

// As many as the service takes at once.
const AT_ONCE = 300;

interface Confirming {
  /** Whose month is under way; several where they were confirmed together. */
  readonly busy: ReadonlySet<string>;
  readonly refused: readonly NamedRefusal[];
  confirm(people: readonly ToConfirm[]): void;
  forget(): void;
}

function useConfirming(month: string): Confirming {
  const t = useText(attendanceText);
  const locale = useLocale();
  const notify = useNotice();
  const { mutate, isPending, variables } = useConfirm(month);
  const [refused, setRefused] = useState<readonly NamedRefusal[]>([]);
  const tell = (answer: Confirmed, people: readonly ToConfirm[]) => {
    const names = new Map(people.map(({ person }) => [person.staffId, person.name]));
    const others = answer.items.filter(({ outcome }) => outcome !== 'CONFIRMED');
    setRefused(others.map(({ staffId, words }) => ({ staffId, words, name: names.get(staffId) ?? '' })));
    if (answer.confirmed > 0) notify({ text: t('confirm.done', { count: answer.confirmed }), intent: 'success' });
  };
  return {
    busy: new Set(isPending ? variables?.map(({ staffId }) => staffId) : []),
    refused,
    confirm: (people) => {
      if (isPending) return;
      const looked = people
        .slice(0, AT_ONCE)
        .map(({ person, fingerprint }) => ({ staffId: person.staffId, fingerprint }));
      mutate(looked, {
        onSuccess: (answer) => tell(answer, people),
        onError: (error) =>
          notify({ text: t('confirm.failed'), body: errorWords(error, locale).sentence, intent: 'error' }),
      });
    },
    forget: () => setRefused([]),
  };
}

function Progress({ list, people }: { readonly list: Confirmations; readonly people: People }) {
  const styles = useAttendanceStyles();
  const t = useText(attendanceText);
  const keys = useMedia('(pointer: fine) and (min-width: 640px)');
  const isOver = list.items.every((item) => item.isOver);
  const [done, of] = [people.done.length, list.items.length];
  return (
    <div className={styles.tight}>
      <p className={styles.left} role="status" data-testid="people-left">
        {people.left > 0 ? t('people.left', { count: people.left }) : isOver ? t('people.left.none') : null}
      </p>
      <ProgressBar className={styles.bar} value={done / of} thickness="large" aria-label={t('people.title')} />
      <p className={styles.figures} data-testid="people-counts">
        <span>{t('people.counts', { of, done })}</span>
        {keys && people.left > 0 ? <span>{t('people.keys')}</span> : null}
      </p>
      {list.more ? <p className={styles.small}>{t('people.more')}</p> : null}
      {isOver ? null : (
        <MessageBar intent="info" layout="multiline" data-testid="not-over">
          <MessageBarBody>{t('people.not_over')}</MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}

interface GroupProps {
  readonly people: readonly ToConfirm[];
  readonly month: string;
}

function Names({ people, month }: GroupProps) {
  const styles = useAttendanceStyles();
  return (
    <div className={styles.cards}>
      {people.map((person) => (
        <div key={person.person.staffId} data-testid="person-name">
          <PersonHead person={person} month={month} />
        </div>
      ))}
    </div>
  );
}

function Clean({ people, month, confirming }: GroupProps & { readonly confirming: Confirming }) {
  const styles = useAttendanceStyles();
  const t = useText(attendanceText);
  const count = Math.min(people.length, AT_ONCE);
  const busy = confirming.busy.size > 0;
  if (people.length === 0) return null;
  return (
    <Section title={t('people.clean')}>
      <p className={styles.lead}>{t('people.clean.lead')}</p>
      <div data-item>
        <Button
          appearance="primary"
          data-stop
          disabledFocusable={busy}
          icon={busy ? <Spinner size="tiny" /> : null}
          onClick={() => confirming.confirm(people)}
          data-testid="confirm-clean"
        >
          {busy ? t('people.clean.busy') : t('people.clean.confirm', { count })}
        </Button>
      </div>
      <Names people={people} month={month} />
    </Section>
  );
}

function Quiet({ people, month, title }: GroupProps & { readonly title: string }) {
  const styles = useAttendanceStyles();
  if (people.length === 0) return null;
  return (
    <details className={styles.details}>
      <summary className={styles.summary}>{`${title} (${people.length})`}</summary>
      <Names people={people} month={month} />
    </details>
  );
}

function Elsewhere({ open, month }: { readonly open: Open; readonly month: string }) {
  const styles = useAttendanceStyles();
  const t = useText(attendanceText);
  const locale = useLocale();
  return elsewhere(open, month).map(([other, count]) => (
    <p key={other} className={styles.sentence} data-testid="elsewhere">
      <Link href={hashOf({ page: 'confirmations', month: other, staffId: null })}>
        {t('people.elsewhere', { month: monthName(other, locale), count })}
      </Link>
    </p>
  ));
}

export interface PeopleDeskProps {
  readonly list: Confirmations;
  readonly open: Open;
}

/** Made for twenty people in five minutes: who needs an eye one by one, the others with one press. */
export function PeopleDesk({ list, open }: PeopleDeskProps) {
  const styles = useAttendanceStyles();
  const t = useText(attendanceText);
  const desk = useRef<HTMLDivElement>(null);
  useStops(desk);
  const { month } = list;
  const people = peopleOf(list, open);
  const confirming = useConfirming(month);
  return (
    <div ref={desk} className={styles.page}>
      <Progress list={list} people={people} />
      <Refused refused={confirming.refused} onClose={confirming.forget} />
      <Elsewhere open={open} month={month} />
      <Section title={t('people.eye')}>
        {people.eye.length === 0 ? <p className={styles.sentence}>{t('people.eye.none')}</p> : null}
        {people.eye.some(({ ready, person }) => !ready && person.isOver) ? (
          <p className={styles.lead}>{t('people.blocked')}</p>
        ) : null}
        <ul className={styles.plain}>
          {people.eye.map((row) => (
            <PersonRow
              key={row.person.person.staffId}
              row={row}
              month={month}
              busy={confirming.busy.has(row.person.person.staffId)}
              onConfirm={(person) => confirming.confirm([person])}
            />
          ))}
        </ul>
      </Section>
      <Clean people={people.clean} month={month} confirming={confirming} />
      <Quiet people={people.idle} month={month} title={t('people.idle')} />
      <Quiet people={people.done} month={month} title={t('people.done')} />
    </div>
  );
}
