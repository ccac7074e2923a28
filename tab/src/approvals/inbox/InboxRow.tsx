import { Checkbox, mergeClasses } from '@fluentui/react-components';
import type { CaseSummary } from '@kaigi/core/contract';
import type { MouseEvent } from 'react';
import { dayText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { CaseBadges } from '../CaseBadges.tsx';
import { approvalsText } from '../text.ts';
import { workingMinutesSince, workingText } from '../working-time.ts';
import { useInboxStyles } from './Inbox.styles.ts';
import { waitingSince } from './inbox.ts';
import { inboxText } from './text.ts';

export interface InboxRowProps {
  readonly item: CaseSummary;
  readonly now: number;
  readonly chosen: boolean;
  readonly ticked: boolean;
  readonly onTick: (id: string, ticked: boolean) => void;
  /** Shows it beside the list; null where it opens as a page of its own. */
  readonly onChoose: ((id: string) => void) | null;
}

function useFacts(item: CaseSummary, now: number): string[] {
  const t = useText(inboxText);
  const time = useText(approvalsText);
  const locale = useLocale();
  const elapsed = workingText(workingMinutesSince(waitingSince(item), now), time);
  return [
    `${item.unitName} ${item.drafter.name}`,
    t('inbox.waits', { elapsed }),
    item.dueOn ? t('inbox.due', { day: dayText(item.dueOn, locale) }) : '',
    item.attachmentCount > 0 ? t('inbox.attachments', { count: item.attachmentCount }) : '',
    item.openQuestions > 0 ? t('inbox.questions', { count: item.openQuestions }) : '',
  ].filter((fact) => fact !== '');
}

function Words({ item, now }: Pick<InboxRowProps, 'item' | 'now'>) {
  const styles = useInboxStyles();
  const t = useText(approvalsText);
  return (
    <>
      <span className={styles.line}>
        <CaseBadges item={item} />
        {item.task && item.task !== 'ACT' ? (
          <span className={mergeClasses(styles.facts, styles.task)}>{t(`task.${item.task}`)}</span>
        ) : null}
      </span>
      <span className={styles.title}>{item.title}</span>
      <span className={styles.facts}>
        {useFacts(item, now).map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </span>
    </>
  );
}

export function InboxRow({ item, now, chosen, ticked, onTick, onChoose }: InboxRowProps) {
  const styles = useInboxStyles();
  const t = useText(inboxText);
  const handleClick = (event: MouseEvent) => {
    // A new window or tab stays what the browser makes of it.
    if (!onChoose || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    onChoose(item.id);
  };
  return (
    <li className={mergeClasses(styles.item, chosen && styles.chosen)}>
      <a
        href={`#/cases/${encodeURIComponent(item.id)}`}
        className={styles.row}
        aria-current={chosen ? 'true' : undefined}
        onClick={handleClick}
        data-testid="case-row"
        data-case-id={item.id}
        data-chosen={chosen}
      >
        <Words item={item} now={now} />
      </a>
      {item.mayBulkApprove ? (
        <Checkbox
          checked={ticked}
          aria-label={t('inbox.select', { title: item.title })}
          onChange={(_, { checked }) => onTick(item.id, checked === true)}
          data-testid="bulk-tick"
        />
      ) : null}
    </li>
  );
}
