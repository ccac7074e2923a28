import { Badge, Button, Link, Spinner } from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons';
import type { ToConfirm } from '@kaigi/core/contract';
import { useLocale, useText } from '../app/locale.ts';
import { hashOf } from '../app/routes.ts';
import { goTo } from '../app/use-route.ts';
import { useAttendanceStyles } from './Attendance.styles.ts';
import { CorrectionItem } from './CorrectionItem.tsx';
import { DaysNamed } from './DaysNamed.tsx';
import { hoursText } from './months.ts';
import { OvertimeItem } from './OvertimeItem.tsx';
import type { PersonsRow } from './people.ts';
import { SheetStateBadge } from './SheetStateBadge.tsx';
import { attendanceText } from './text.ts';

export interface PersonProps {
  readonly person: ToConfirm;
  readonly month: string;
}

export function PersonHead({ person, month }: PersonProps) {
  const styles = useAttendanceStyles();
  const t = useText(attendanceText);
  const locale = useLocale();
  const { worked, overtime, withoutOrder, teleworkDays } = person;
  const hours = (minutes: number) => hoursText(minutes, locale);
  const { staffId, name, postTitle, unitName } = person.person;
  return (
    <div className={styles.tight}>
      <span className={styles.line}>
        <Link href={hashOf({ page: 'confirmations', month, staffId })} className={styles.name}>
          {name}
        </Link>
        {person.state === 'OPEN' ? null : <SheetStateBadge state={person.state} />}
      </span>
      <span className={styles.small}>{`${unitName} ${postTitle}`}</span>
      <span className={styles.figures}>
        <span>{t('row.worked', { hours: hours(worked) })}</span>
        <span>{t('row.overtime', { hours: hours(overtime) })}</span>
        {withoutOrder > 0 ? <span>{t('row.without_order', { minutes: hours(withoutOrder) })}</span> : null}
        {teleworkDays > 0 ? <span>{t('row.telework', { days: teleworkDays })}</span> : null}
      </span>
    </div>
  );
}

const LEVELS = { WITHIN: 'informative', NEAR: 'warning', REACHED: 'warning', EXCEEDED: 'danger' } as const;

/** What needs an eye, by kind, with its days; what must be settled first is marked. */
function Needs({ person }: Pick<PersonProps, 'person'>) {
  const styles = useAttendanceStyles();
  const t = useText(attendanceText);
  return (
    <ul className={styles.plain}>
      {person.needs.map(({ code, words, blocks, dates }) => (
        <li key={code} className={styles.need} data-testid="need" data-blocks={blocks}>
          {blocks ? (
            <Badge appearance="tint" color="danger">
              {t('row.blocks')}
            </Badge>
          ) : null}
          <span>{words}</span>
          <DaysNamed dates={dates} />
        </li>
      ))}
      {person.limits
        .filter(({ level }) => level !== 'WITHIN')
        .map(({ code, level, words }) => (
          <li key={code} className={styles.need} data-testid="limit">
            <Badge appearance="tint" color={LEVELS[level]}>
              {t(`limit.${level}`)}
            </Badge>
            <span>{words}</span>
          </li>
        ))}
    </ul>
  );
}

interface FootProps extends PersonProps {
  readonly ready: boolean;
  readonly busy: boolean;
  readonly onConfirm: (person: ToConfirm) => void;
}

function Foot({ person, month, ready, busy, onConfirm }: FootProps) {
  const styles = useAttendanceStyles();
  const t = useText(attendanceText);
  const { staffId, name } = person.person;
  const see = () => goTo({ page: 'confirmations', month, staffId });
  return (
    <div className={styles.foot} data-item>
      {ready ? (
        <Button
          appearance="primary"
          data-stop
          disabledFocusable={busy}
          icon={busy ? <Spinner size="tiny" /> : <CheckmarkRegular />}
          aria-label={t('row.confirm.of', { name })}
          onClick={() => (busy ? undefined : onConfirm(person))}
          data-testid="person-confirm"
        >
          {t('row.confirm')}
        </Button>
      ) : null}
      <Button
        appearance={ready ? 'subtle' : 'secondary'}
        {...(ready ? {} : { 'data-stop': true })}
        aria-label={t('row.sheet.of', { name })}
        onClick={see}
        data-testid="person-sheet"
      >
        {t('row.sheet')}
      </Button>
    </div>
  );
}

export interface PersonRowProps {
  readonly row: PersonsRow;
  readonly month: string;
  readonly busy: boolean;
  readonly onConfirm: (person: ToConfirm) => void;
}

export function PersonRow({ row, month, busy, onConfirm }: PersonRowProps) {
  const styles = useAttendanceStyles();
  const { person, corrections, overtime, ready } = row;
  return (
    <li className={styles.row} data-testid="person-row" data-name={person.person.name}>
      <PersonHead person={person} month={month} />
      <div className={styles.stack}>
        <Needs person={person} />
        {corrections.length + overtime.length > 0 ? (
          <ul className={`${styles.plain} ${styles.stack}`}>
            {corrections.map((correction) => (
              <CorrectionItem key={correction.id} correction={correction} />
            ))}
            {overtime.map((one) => (
              <OvertimeItem key={`${one.itemId} ${one.date} ${one.from}`} overtime={one} />
            ))}
          </ul>
        ) : null}
      </div>
      <Foot person={person} month={month} ready={ready} busy={busy} onConfirm={onConfirm} />
    </li>
  );
}
