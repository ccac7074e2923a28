import { Badge, Button, Checkbox, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { CalendarCancelRegular, PollRegular } from '@fluentui/react-icons';
import type { SlotProposal, SlotsView } from '@kaigi/core/contract';
import { type Locale, localDateOf } from '@kaigi/core/shared';
import { useId } from 'react';
import { useLocale, useText } from '../../app/locale.ts';
import { EmptyState } from '../../app/PageStates.tsx';
import { listText } from '../../app/words.ts';
import { timeText } from '../week/columns.ts';
import { useDialogStyles } from '../week/Dialogs.styles.ts';
import { useWeekStyles } from '../week/Week.styles.ts';
import { spokenDay } from '../week/week-days.ts';
import { slotsText } from './text.ts';

/** 11月25日（水）10:00–11:00 */
export const whenText = ({ from, to }: Pick<SlotProposal, 'from' | 'to'>, locale: Locale): string =>
  `${spokenDay(localDateOf(new Date(from)), locale)} ${timeText(from)}–${timeText(to)}`;

interface OneProps {
  readonly proposal: SlotProposal;
  readonly isTicked: boolean;
  readonly onTicked: () => void;
  readonly onBook: () => void;
}

function One({ proposal, isTicked, onTicked, onBook }: OneProps) {
  const week = useWeekStyles();
  const styles = useDialogStyles();
  const t = useText(slotsText);
  const locale = useLocale();
  const { rooms, online, reasons, next, percent } = proposal;
  const when = whenText(proposal, locale);
  const where = [
    rooms.length === 0
      ? null
      : t('slots.room', {
          rooms: listText(
            rooms.map(({ name }) => name),
            locale,
          ),
        }),
    online ? t('slots.isOnline') : null,
  ].filter((one) => one !== null);
  return (
    <li className={week.card} data-testid="proposal">
      <span className={week.tools}>
        <h3 className={styles.heading}>{when}</h3>
        <Badge appearance="outline" color={percent === 100 ? 'success' : 'warning'} data-testid="proposal-percent">
          {t('slots.fits', { percent })}
        </Badge>
      </span>
      {where.length > 0 ? <p className={styles.none}>{listText(where, locale)}</p> : null}
      <ul aria-label={t('slots.why')} className={styles.reasons}>
        {reasons.map(({ code, text }) => (
          <li key={code + text} data-testid="reason">
            {text}
          </li>
        ))}
      </ul>
      {next === null ? null : <p className={styles.small}>{next.text}</p>}
      <span className={week.tools}>
        <Button onClick={onBook} aria-label={t('slots.book.of', { when })} data-testid="proposal-book">
          {t('slots.book')}
        </Button>
        <Checkbox
          label={t('slots.tick')}
          aria-label={t('slots.tick.of', { when })}
          checked={isTicked}
          onChange={onTicked}
          data-testid="proposal-tick"
        />
      </span>
    </li>
  );
}

function Told({ title, texts, testId }: { title: string; texts: readonly string[]; testId: string }) {
  const styles = useDialogStyles();
  const week = useWeekStyles();
  const id = useId();
  if (texts.length === 0) return null;
  return (
    <section className={week.card} aria-labelledby={id} data-testid={testId}>
      <h3 id={id} className={styles.heading}>
        {title}
      </h3>
      <ul className={styles.reasons}>
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </section>
  );
}

export interface ProposalsProps {
  readonly view: SlotsView;
  readonly onBook: (proposal: SlotProposal) => void;
  /** Those meant as candidates of a 日程調整. */
  readonly ticked: readonly SlotProposal[];
  readonly onTicked: (ticked: readonly SlotProposal[]) => void;
  readonly onPoll: () => void;
}

/** When they can meet, each with why; or who and what stands in the way. */
export function Proposals({ view, onBook, ticked, onTicked, onPoll }: ProposalsProps) {
  const { items, tried, blockers, unsure } = view;
  const styles = useDialogStyles();
  const week = useWeekStyles();
  const t = useText(slotsText);
  return (
    <>
      {unsure.length > 0 ? (
        <MessageBar intent="warning" layout="multiline" data-testid="slots-unsure">
          <MessageBarBody>
            {t('slots.unsure')}: {unsure.map(({ text }) => text).join(' ')}
          </MessageBarBody>
        </MessageBar>
      ) : null}
      <p className={week.count} role="status" data-testid="slots-count">
        {t('slots.count', { count: items.length, tried })}
      </p>
      {items.length === 0 ? (
        <EmptyState icon={<CalendarCancelRegular />} title={t('slots.none')} body={t('slots.none.body')} />
      ) : null}
      <ol className={styles.items} aria-label={t('slots.proposals')}>
        {items.map((proposal) => (
          <One
            key={`${proposal.from} ${proposal.rooms.map(({ roomId }) => roomId).join()}`}
            proposal={proposal}
            isTicked={ticked.includes(proposal)}
            onTicked={() =>
              onTicked(ticked.includes(proposal) ? ticked.filter((one) => one !== proposal) : [...ticked, proposal])
            }
            onBook={() => onBook(proposal)}
          />
        ))}
      </ol>
      {items.length === 0 ? null : (
        <span>
          <Button
            icon={<PollRegular />}
            disabledFocusable={ticked.length === 0}
            onClick={() => (ticked.length === 0 ? undefined : onPoll())}
            data-testid="slots-poll"
          >
            {t('slots.poll', { count: ticked.length })}
          </Button>
        </span>
      )}
      <Told title={t('slots.blockers')} texts={blockers.map(({ text }) => text)} testId="slots-blockers" />
    </>
  );
}
