import { Badge, Link, mergeClasses } from '@fluentui/react-components';
import type { BoardItem } from '@kaigi/core/contract';
import { dayText, whenText } from '../app/dates.ts';
import { useLocale, useText } from '../app/locale.ts';
import { listText } from '../app/words.ts';
import { CaseBadges } from '../approvals/CaseBadges.tsx';
import { approvalsText } from '../approvals/text.ts';
import { workingText } from '../approvals/working-time.ts';
import { useBoardStyles } from './Board.styles.ts';
import { boardText } from './text.ts';

interface RowProps {
  readonly item: BoardItem;
}

function CaseCell({ item }: RowProps) {
  const styles = useBoardStyles();
  const t = useText(boardText);
  return (
    <span className={styles.cell}>
      <Link href={`#/cases/${encodeURIComponent(item.caseId)}`} className={styles.title}>
        {item.title}
      </Link>
      <span className={styles.line}>
        <CaseBadges item={item} />
        <span className={styles.small}>
          {item.unitName} {item.drafter.name} {t('board.progress', item.progress)}
        </span>
      </span>
    </span>
  );
}

/** Is the holder there? If not, who may act today. */
function Availability({ item }: RowProps) {
  const styles = useBoardStyles();
  const t = useText(boardText);
  const locale = useLocale();
  const { absence, deputies, names } = item;
  if (!absence && names.length > 0) return <span className={styles.small}>{t('board.present')}</span>;
  const who = listText(deputies, locale);
  return (
    <>
      {absence ? (
        <span className={mergeClasses(styles.small, styles.warn)}>
          {t('board.absent', { statement: absence.statement })}
        </span>
      ) : null}
      <span className={styles.small}>
        {who === '' ? t('board.deputies.none') : t('board.deputies', { names: who })}
      </span>
    </>
  );
}

function HolderCell({ item }: RowProps) {
  const styles = useBoardStyles();
  const t = useText(boardText);
  const locale = useLocale();
  return (
    <span className={styles.cell} data-testid="board-holder">
      <span>
        {item.holderUnitName} {item.postTitle}{' '}
        <span className={item.names.length === 0 ? styles.bad : styles.title}>
          {listText(item.names, locale) || t('board.vacant')}
        </span>
      </span>
      <Availability item={item} />
    </span>
  );
}

function ElapsedCell({ item }: RowProps) {
  const styles = useBoardStyles();
  const t = useText(boardText);
  const time = useText(approvalsText);
  const locale = useLocale();
  return (
    <span className={styles.cell}>
      <span className={styles.elapsed}>{workingText(item.workingMinutes, time)}</span>
      <span className={styles.small}>{t('board.since', { when: whenText(item.since, locale) })}</span>
    </span>
  );
}

function StateCell({ item }: RowProps) {
  const styles = useBoardStyles();
  const t = useText(boardText);
  const time = useText(approvalsText);
  const locale = useLocale();
  const day = item.dueOn ? dayText(item.dueOn, locale) : null;
  const where = item.duty ? time(`duty.${item.duty}`) : time(`status.${item.status}`);
  return (
    <span className={styles.cell}>
      {item.overdue && day ? (
        <span>
          <Badge appearance="filled" color="danger" data-testid="overdue">
            {t('board.overdue', { day })}
          </Badge>
        </span>
      ) : null}
      {!item.overdue && day ? <span className={styles.small}>{t('board.due', { day })}</span> : null}
      <span className={styles.small}>
        {item.task === 'POST_REVIEW' ? t('board.postReview') : where}{' '}
        {item.duty ? t(item.opened ? 'board.opened' : 'board.unopened') : null}
      </span>
      {item.remindedAt ? (
        <span className={styles.small}>{t('board.reminded', { when: whenText(item.remindedAt, locale) })}</span>
      ) : null}
    </span>
  );
}

export function BoardRow({ item }: RowProps) {
  const styles = useBoardStyles();
  return (
    <tr className={mergeClasses(styles.row, item.overdue && styles.late)} data-testid="board-row">
      <th scope="row" className={styles.td}>
        <CaseCell item={item} />
      </th>
      <td className={styles.td}>
        <HolderCell item={item} />
      </td>
      <td className={styles.td}>
        <ElapsedCell item={item} />
      </td>
      <td className={styles.td}>
        <StateCell item={item} />
      </td>
    </tr>
  );
}
