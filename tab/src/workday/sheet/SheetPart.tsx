import {
  Badge,
  type BadgeProps,
  Button,
  Checkbox,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import { ChevronLeftRegular, ChevronRightRegular } from '@fluentui/react-icons';
import type { SheetState, SheetView } from '@kaigi/core/contract';
import { localDateOf } from '@kaigi/core/shared';
import { useState } from 'react';
import { useLocale, useText } from '../../app/locale.ts';
import { ErrorState, LoadingState } from '../../app/PageStates.tsx';
import { hashOf } from '../../app/routes.ts';
import { listText } from '../../app/words.ts';
import { Section } from '../../approvals/Section.tsx';
import { monthName } from '../../attendance/months.ts';
import { workdayText } from '../text.ts';
import { monthAfter, shortDayText } from '../times.ts';
import { useSheet } from '../use-workday.ts';
import { useWorkdayStyles } from '../Workday.styles.ts';
import { needsAnEye, SheetRow } from './SheetRow.tsx';
import { SheetTotals } from './SheetTotals.tsx';

const COLORS: Readonly<Record<SheetState, NonNullable<BadgeProps['color']>>> = {
  OPEN: 'informative',
  CONFIRMED: 'success',
  CHANGED: 'warning',
  CLOSING: 'informative',
  CLOSED: 'subtle',
  CLOSED_CHANGED: 'warning',
};

/** The rest is found with 「確認が要る日だけ」 below. */
const MOST_NAMED = 3;

function MonthBar({ month, state }: { readonly month: string; readonly state: SheetState | null }) {
  const styles = useWorkdayStyles();
  const t = useText(workdayText);
  const locale = useLocale();
  const to = (by: number) => hashOf({ page: 'workday', part: 'sheet', month: monthAfter(month, by) });
  return (
    <div className={styles.month}>
      <Button
        as="a"
        icon={<ChevronLeftRegular />}
        href={to(-1)}
        aria-label={t('sheet.before')}
        data-testid="month-before"
      />
      <h2 className={styles.text} data-testid="sheet-month">
        {monthName(month, locale)}
      </h2>
      <Button
        as="a"
        icon={<ChevronRightRegular />}
        href={to(1)}
        aria-label={t('sheet.after')}
        data-testid="month-after"
      />
      {state ? (
        <Badge appearance="tint" color={COLORS[state]} data-testid="sheet-state">
          {t(`sheet.state.${state}`)}
        </Badge>
      ) : null}
    </div>
  );
}

/** What is to be settled, each kind once with its days. */
function Blocks({ blocks }: Pick<SheetView, 'blocks'>) {
  const styles = useWorkdayStyles();
  const t = useText(workdayText);
  const locale = useLocale();
  if (blocks.length === 0) return null;
  const kinds = [...Map.groupBy(blocks, ({ words }) => words)];
  return (
    <MessageBar intent="warning" layout="multiline" data-testid="sheet-blocks">
      <MessageBarBody>
        <MessageBarTitle>{t('sheet.blocks')}</MessageBarTitle>
        <ul className={styles.list}>
          {kinds.map(([words, days]) => {
            const named = days.slice(0, MOST_NAMED).map(({ date }) => shortDayText(date, locale));
            const params = { words, days: listText(named, locale), count: days.length };
            return <li key={words}>{t(days.length > MOST_NAMED ? 'sheet.block.more' : 'sheet.block', params)}</li>;
          })}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
}

function Days({ sheet }: { readonly sheet: SheetView }) {
  const styles = useWorkdayStyles();
  const t = useText(workdayText);
  const [only, setOnly] = useState(false);
  const closed = sheet.state === 'CLOSED' || sheet.state === 'CLOSED_CHANGED' || sheet.state === 'CLOSING';
  const today = localDateOf(new Date());
  const rows = only ? sheet.rows.filter(needsAnEye) : sheet.rows;
  return (
    <Section title={t('sheet.list')}>
      <Checkbox
        checked={only}
        label={t('sheet.only')}
        onChange={(_, { checked }) => setOnly(checked === true)}
        data-testid="sheet-only"
      />
      {rows.length === 0 ? <p className={styles.text}>{t('sheet.none')}</p> : null}
      <ul className={styles.list}>
        {rows.map((row) => (
          <SheetRow key={row.date} row={row} correctable={!closed && row.date <= today} />
        ))}
      </ul>
    </Section>
  );
}

/** 勤務表: one's own month, day by day. */
export function SheetPart({ month: asked }: { readonly month: string | null }) {
  const styles = useWorkdayStyles();
  const t = useText(workdayText);
  const month = asked ?? localDateOf(new Date()).slice(0, 7);
  const { data, error, isError, isPlaceholderData, refetch } = useSheet(month);
  const sheet = isPlaceholderData ? undefined : data;
  return (
    <div className={styles.page}>
      <MonthBar month={month} state={sheet?.state ?? null} />
      {isError && !sheet ? <ErrorState error={error} title={t('sheet.error')} onRetry={() => void refetch()} /> : null}
      {!isError && !sheet ? <LoadingState /> : null}
      {sheet ? (
        <>
          <Blocks blocks={sheet.blocks} />
          <SheetTotals sheet={sheet} />
          <Days sheet={sheet} />
        </>
      ) : null}
    </div>
  );
}
