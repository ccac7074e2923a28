import { Button, Checkbox, Field, Input } from '@fluentui/react-components';
import type { YearlyDoubt, YearlyPreview } from '@kaigi/core/contract';
import type { LocalDate } from '@kaigi/core/shared';
import { useLocale, useText } from '../../app/locale.ts';
import { useDialogStyles } from '../week/Dialogs.styles.ts';
import { shortDay } from '../week/week-days.ts';
import { dayWords, ruleWords } from './rule-words.ts';
import { yearlyText } from './text.ts';
import { useYearlyStyles } from './Yearly.styles.ts';
import { Doubts } from './YearlyTable.tsx';

type Next = YearlyPreview['items'][number];

/** What somebody chose of one item; nothing: as it was proposed. */
export interface Choice {
  readonly take: boolean;
  readonly date: string;
}

/** What stands against a day: what was said of the one proposed, and what the calendar says of any other. */
const doubtsAt = ({ date, doubts }: Next, day: string, daysOff: YearlyPreview['daysOff']): readonly YearlyDoubt[] =>
  day === date
    ? doubts
    : daysOff
        .filter((off) => off.date === day)
        .map(({ name }) => ({ kind: name === null ? 'DAY_OFF' : 'HOLIDAY', name }));

interface OverProps {
  readonly next: Next;
  readonly choice: Choice;
  readonly daysOff: YearlyPreview['daysOff'];
  /** It was pressed, and the day is missing. */
  readonly missing: boolean;
  readonly onChoice: (choice: Choice) => void;
}

/** One item on its way: what stands against its day, as it was proposed or typed. */
export function Over({ next, choice, daysOff, missing, onChoice }: OverProps) {
  const styles = useYearlyStyles();
  const dialog = useDialogStyles();
  const t = useText(yearlyText);
  const locale = useLocale();
  const { item, instead, taken } = next;
  const { title } = item;
  const before = t('yearly.over.this', { day: dayWords(item, t, locale) });
  if (taken)
    return (
      <li className={styles.over} data-testid="yearly-over">
        <span className={dialog.title}>{title}</span>
        <span className={dialog.small}>{t('yearly.over.taken')}</span>
      </li>
    );
  return (
    <li className={styles.over} data-testid="yearly-over">
      <Checkbox
        label={title}
        aria-label={t('yearly.over.take', { title })}
        checked={choice.take}
        onChange={(_, { checked }) => onChoice({ ...choice, take: checked === true })}
      />
      <span className={dialog.small}>
        {ruleWords(item.rule, t, locale)} {before}
      </span>
      <Doubts doubts={doubtsAt(next, choice.date, daysOff)} />
      <span className={styles.marks}>
        <Field validationMessage={missing ? t('yearly.over.day.missing') : null}>
          <Input
            type="date"
            value={choice.date}
            aria-label={t('yearly.over.day', { title })}
            onChange={(_, { value }) => onChoice({ ...choice, date: value })}
            data-testid="yearly-over-date"
          />
        </Field>
        {instead.map((day) => (
          <Button
            key={day}
            size="small"
            onClick={() => onChoice({ take: true, date: day })}
            data-testid="yearly-instead"
          >
            {t('yearly.over.instead', { day: shortDay(day as LocalDate, locale) })}
          </Button>
        ))}
      </span>
    </li>
  );
}
