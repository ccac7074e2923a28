import { Link } from '@fluentui/react-components';
import type { MeetingView } from '@kaigi/core/contract';
import { localDateOf, localTimeOf } from '@kaigi/core/shared';
import type { ReactNode } from 'react';
import { dayText, whenText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { hashOf } from '../../app/routes.ts';
import { personText } from '../../app/words.ts';
import { useMinutesStyles } from '../Minutes.styles.ts';
import { meetingsText } from './text.ts';

function useWhen({ heldOn, startsAt, endsAt }: MeetingView): string {
  const t = useText(meetingsText);
  const locale = useLocale();
  const day = dayText(heldOn, locale);
  if (startsAt === null) return day;
  const from = localTimeOf(new Date(startsAt));
  if (endsAt === null) return t('fact.when.from', { day, from });
  // 書面会議 lasts for days.
  if (localDateOf(new Date(startsAt)) < localDateOf(new Date(endsAt)))
    return t('fact.when.days', { from: whenText(startsAt, locale), to: whenText(endsAt, locale) });
  return t('fact.when.span', { day, from, to: localTimeOf(new Date(endsAt)) });
}

function Items({ items }: { readonly items: readonly string[] }) {
  const styles = useMinutesStyles();
  const t = useText(meetingsText);
  if (items.length === 0) return t('fact.none');
  return (
    <ul className={styles.bare}>
      {items.map((item, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two papers may have one name, and nothing moves.
        <li key={at}>{item}</li>
      ))}
    </ul>
  );
}

function useRows(view: MeetingView): readonly (readonly [string, ReactNode])[] {
  const t = useText(meetingsText);
  const when = useWhen(view);
  const people = (attended: boolean) =>
    view.attendees
      .filter((one) => one.attended === attended)
      .map((one) =>
        one.role === 'MEMBER' ? personText(one) : t('fact.role', { who: personText(one), role: t(`role.${one.role}`) }),
      );
  const absent = people(false);
  const closed = [view.closedGround, view.closedReason].filter(Boolean).join(' ');
  const closedWords = closed === '' ? t('fact.closed') : t('fact.closed.for', { reason: closed });
  return [
    [t('fact.body'), view.body?.name ?? t('fact.body.none')],
    [t('fact.when'), when],
    [t('fact.place'), view.place || t('fact.none')],
    [t('fact.openness'), view.isOpen ? t('fact.open') : closedWords],
    [t('fact.agenda'), <Items key="agenda" items={view.agenda.map(({ title }, at) => `${at + 1} ${title}`)} />],
    [t('fact.attendees'), <Items key="attended" items={people(true)} />],
    ...(absent.length > 0 ? [[t('fact.absent'), <Items key="absent" items={absent} />] as const] : []),
    [
      t('fact.observers'),
      view.observers === null ? t('fact.none') : t('fact.observers.count', { count: view.observers }),
    ],
    [t('fact.papers'), <Items key="papers" items={view.papers} />],
    [t('fact.unit'), view.unit.name],
    [t('fact.organiser'), personText(view.organiser)],
    ...(view.cancelledFor === null ? [] : [[t('fact.cancelled'), view.cancelledFor || t('fact.none')] as const]),
    ...(view.caseId === null
      ? []
      : [
          [
            t('fact.case'),
            <Link key="case" href={hashOf({ page: 'case', id: view.caseId })}>
              {view.title}
            </Link>,
          ] as const,
        ]),
  ];
}

/** What is written down of the meeting itself. */
export function MeetingFacts({ view }: { readonly view: MeetingView }) {
  const styles = useMinutesStyles();
  const rows = useRows(view);
  return (
    <dl className={styles.facts} data-testid="meeting-facts">
      {rows.map(([term, value]) => (
        <div key={term} style={{ display: 'contents' }}>
          <dt className={styles.term}>{term}</dt>
          <dd className={styles.value}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
