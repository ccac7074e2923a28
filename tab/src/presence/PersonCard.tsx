import { Button, mergeClasses } from '@fluentui/react-components';
import { AlertRegular } from '@fluentui/react-icons';
import type { NudgeView, PresenceRow, PresenceState } from '@kaigi/core/contract';
import { localTimeOf } from '@kaigi/core/shared';
import { errorWords } from '../api/error-text.ts';
import { useLocale, useText } from '../app/locale.ts';
import { useNotice } from '../app/Notices.tsx';
import { usePresenceStyles } from './Presence.styles.ts';
import { presenceText } from './text.ts';
import { useNudge } from './use-presence.ts';

const timeOf = (instant: string): string => localTimeOf(new Date(instant)).replace(/^0/, '');

type Look = 'atWork' | 'remote' | 'out' | 'away';
const LOOK: Readonly<Record<PresenceState, Look>> = {
  OFFICE: 'atWork',
  HOME: 'remote',
  SATELLITE: 'remote',
  MOBILE: 'remote',
  OUT: 'out',
  TRIP: 'out',
  PAUSED: 'out',
  LEAVE: 'away',
  NOT_STARTED: 'away',
  ENDED: 'away',
  UNKNOWN: 'away',
};

/** 「17:00 戻り」「8:31 から」, where anything is known of it. */
function useTimes({ state, since, until, source, noReturn, planned }: PresenceRow): string[] {
  const t = useText(presenceText);
  const back = state === 'OUT' && source === 'WHEREABOUTS' ? 'presence.back' : 'presence.until';
  return [
    noReturn ? t('presence.no_return') : null,
    since === null ? null : t('presence.since', { time: timeOf(since) }),
    until === null || noReturn ? null : t(back, { time: timeOf(until) }),
    state === 'NOT_STARTED' && planned ? t('presence.planned', { kind: t(`presence.state.${planned}`) }) : null,
  ].filter((one) => one !== null);
}

function NudgeLine({ row, nudge }: CardProps) {
  const styles = usePresenceStyles();
  const t = useText(presenceText);
  const locale = useLocale();
  const notify = useNotice();
  const { mutate, isPending } = useNudge();
  const { name, staffId } = row.person;
  const handleClick = () =>
    mutate(staffId, {
      onSuccess: () => notify({ text: t('presence.nudge.sent', { name }), intent: 'success' }),
      onError: (error) => notify({ text: errorWords(error, locale).sentence, intent: 'error' }),
    });
  return (
    <span className={styles.line}>
      {nudge ? (
        <span
          className={mergeClasses(styles.small, nudge.state === 'UNANSWERED' && styles.bad)}
          data-testid="nudge-state"
        >
          {t(`presence.nudge.${nudge.state}`, {
            due: timeOf(nudge.dueAt),
            at: timeOf(nudge.answeredAt ?? nudge.dueAt),
          })}
        </span>
      ) : null}
      {row.mayNudge && nudge?.state !== 'ASKED' ? (
        <Button
          size="small"
          appearance="subtle"
          icon={<AlertRegular />}
          disabledFocusable={isPending}
          aria-label={t('presence.nudge.of', { name })}
          onClick={handleClick}
          data-testid="nudge"
        >
          {t('presence.nudge')}
        </Button>
      ) : null}
    </span>
  );
}

interface CardProps {
  readonly row: PresenceRow;
  readonly nudge: NudgeView | undefined;
}

export function PersonCard({ row, nudge }: CardProps) {
  const styles = usePresenceStyles();
  const t = useText(presenceText);
  const { person, state, where, detail, contact, source, mayNudge } = row;
  const times = useTimes(row);
  return (
    <li className={mergeClasses(styles.person, styles[LOOK[state]])} data-testid="presence-row">
      <span className={styles.name}>{person.name}</span>
      <span className={styles.small}>
        {person.unitName} {person.postTitle}
      </span>
      {where === null ? null : <span className={styles.where}>{where}</span>}
      {times.length > 0 ? (
        <span className={styles.small} title={t(`presence.source.${source}`)}>
          {times.join(' ')}
        </span>
      ) : null}
      {detail === null ? null : <span className={styles.small}>{detail}</span>}
      {contact === null ? null : <span className={styles.small}>{t('presence.contact', { contact })}</span>}
      {mayNudge || nudge ? <NudgeLine row={row} nudge={nudge} /> : null}
    </li>
  );
}
