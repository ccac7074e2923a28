import type { SlotView } from '@kaigi/core/contract';
import { whenText } from '../app/dates.ts';
import { useLocale, useText } from '../app/locale.ts';
import { listText } from '../app/words.ts';
import { useRouteListStyles } from './RouteList.styles.ts';
import { approvalsText } from './text.ts';
import { workingMinutesSince, workingText } from './working-time.ts';

export interface SlotDetailsProps {
  readonly slot: SlotView;
  readonly now: number;
}

/** Who took it in, who answers, who has opened it, since when it lies there. */
function useCourse({ slot, now }: SlotDetailsProps): string[] {
  const t = useText(approvalsText);
  const locale = useLocale();
  const { received, assignee, opened, activeSince, remindedAt } = slot;
  const elapsed = activeSince ? workingText(workingMinutesSince(activeSince, now), t) : '';
  return [
    slot.toSection ? t('slot.section') : '',
    received ? t('slot.received', { name: received.by.name, when: whenText(received.at, locale) }) : '',
    assignee && !slot.actedBy ? t('slot.assignee', { name: assignee.name }) : '',
    activeSince ? t('slot.since', { when: whenText(activeSince, locale), elapsed }) : '',
    activeSince && !opened ? t('slot.unopened') : '',
    opened && !slot.actedAt ? t('slot.opened', { name: opened.by.name, when: whenText(opened.at, locale) }) : '',
    remindedAt && !slot.actedAt ? t('slot.reminded', { when: whenText(remindedAt, locale) }) : '',
    slot.addedBy
      ? t('slot.addedBy', { name: slot.addedBy.by.name, when: whenText(slot.addedBy.at, locale) })
      : slot.added
        ? t('slot.added')
        : '',
    slot.added && slot.reason !== '' ? t('slot.added.reason', { reason: slot.reason }) : '',
  ].filter((line) => line !== '');
}

export function SlotDetails({ slot, now }: SlotDetailsProps) {
  const styles = useRouteListStyles();
  const t = useText(approvalsText);
  const locale = useLocale();
  const lines = useCourse({ slot, now });
  const { absence, expectedDeputy: deputy, expectedPassOver: passOver } = slot;
  return (
    <>
      {lines.map((line) => (
        <span key={line} className={styles.small}>
          {line}
        </span>
      ))}
      {absence ? <span className={styles.warning}>{t('slot.absent', { statement: absence.statement })}</span> : null}
      {deputy ? (
        <span className={styles.small} data-testid="expected-deputy">
          {t('slot.deputy', { names: listText(deputy.names, locale) || t('case.vacant'), article: deputy.article })}
        </span>
      ) : null}
      {passOver ? (
        <span className={styles.small} data-testid="expected-pass-over">
          {t(passOver.automatic ? 'slot.passOver.automatic' : 'slot.passOver', { article: passOver.article })}
        </span>
      ) : null}
    </>
  );
}
