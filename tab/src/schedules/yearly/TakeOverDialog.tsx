import { Button, Checkbox, Input, MessageBar, MessageBarBody } from '@fluentui/react-components';
import type { YearlyPreview, YearlyView } from '@kaigi/core/contract';
import type { LocalDate } from '@kaigi/core/shared';
import { useState } from 'react';
import { errorWords } from '../../api/error-text.ts';
import { fiscalYearText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { ErrorState, LoadingState } from '../../app/PageStates.tsx';
import { FormDialog } from '../FormDialog.tsx';
import { useDialogStyles } from '../week/Dialogs.styles.ts';
import { shortDay } from '../week/week-days.ts';
import { dayWords, ruleWords } from './rule-words.ts';
import { yearlyText } from './text.ts';
import { useTakeOver, useYearlyNext } from './use-yearly.ts';
import { useYearlyStyles } from './Yearly.styles.ts';
import { Doubts } from './YearlyTable.tsx';

type Next = YearlyPreview['items'][number];

/** What somebody chose of one item; nothing: as it was proposed. */
interface Choice {
  readonly take: boolean;
  readonly date: string;
}

type Choices = Readonly<Record<string, Choice>>;

const choiceOf = ({ item, date }: Next, choices: Choices): Choice => choices[item.itemId] ?? { take: true, date };

interface OverProps {
  readonly next: Next;
  readonly choice: Choice;
  readonly onChoice: (choice: Choice) => void;
}

function Over({ next: { item, date, doubts, instead, taken }, choice, onChoice }: OverProps) {
  const styles = useYearlyStyles();
  const dialog = useDialogStyles();
  const t = useText(yearlyText);
  const locale = useLocale();
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
      {choice.date === date ? <Doubts doubts={doubts} /> : null}
      <span className={styles.marks}>
        <Input
          type="date"
          value={choice.date}
          aria-label={t('yearly.over.day', { title })}
          onChange={(_, { value }) => onChoice({ ...choice, date: value })}
          data-testid="yearly-over-date"
        />
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

function useOver({ view, onClose, onDone }: TakeOverDialogProps) {
  const t = useText(yearlyText);
  const locale = useLocale();
  const notify = useNotice();
  const whose = { unit: view.unit.unitId, year: view.fiscalYear };
  const preview = useYearlyNext(whose);
  const [choices, setChoices] = useState<Choices>({});
  const { mutate, isPending, error } = useTakeOver();
  const open = preview.data?.items.filter(({ taken }) => !taken) ?? [];
  const items = open.flatMap((next) => {
    const { take, date } = choiceOf(next, choices);
    return take && date !== '' ? [{ itemId: next.item.itemId, version: next.item.version, date }] : [];
  });
  const takeOver = () => {
    if (isPending || items.length === 0) return;
    mutate(
      { ...whose, items },
      {
        onSuccess: ({ fiscalYear }) => {
          const year = fiscalYearText(fiscalYear, locale);
          notify({ text: t('yearly.over.done', { count: items.length, year }), intent: 'success' });
          onClose();
          onDone(fiscalYear);
        },
      },
    );
  };
  const choose = (id: string, choice: Choice) => setChoices((before) => ({ ...before, [id]: choice }));
  return { preview, choices, choose, open, items, isPending, error, takeOver };
}

export interface TakeOverDialogProps {
  readonly view: YearlyView;
  readonly onClose: () => void;
  /** Shows the year into which it went. */
  readonly onDone: (fiscalYear: number) => void;
}

/** The next year as it would be: everything in doubt is marked, and nothing is done before it is pressed. */
export function TakeOverDialog(props: TakeOverDialogProps) {
  const { view, onClose } = props;
  const styles = useYearlyStyles();
  const dialog = useDialogStyles();
  const t = useText(yearlyText);
  const locale = useLocale();
  const { preview, choices, choose, open, items, isPending, error, takeOver } = useOver(props);
  const { data } = preview;
  return (
    <FormDialog
      title={t('yearly.over.title', { year: fiscalYearText(view.fiscalYear + 1, locale) })}
      testId="yearly-over-dialog"
      {...{ isPending, onClose }}
      onSubmit={takeOver}
      actions={
        <>
          <Button onClick={onClose}>{t('yearly.close')}</Button>
          <Button
            type="submit"
            appearance="primary"
            disabledFocusable={isPending || items.length === 0}
            data-testid="yearly-over-do"
          >
            {isPending ? t('yearly.over.busy') : t('yearly.over.do', { count: items.length })}
          </Button>
        </>
      }
    >
      <p className={dialog.small}>{t('yearly.over.lead')}</p>
      {error ? (
        <MessageBar intent="error" layout="multiline" data-testid="yearly-over-refused">
          <MessageBarBody>
            {t('yearly.over.failed')} {errorWords(error, locale).sentence}
          </MessageBarBody>
        </MessageBar>
      ) : null}
      {preview.isPending ? <LoadingState /> : null}
      {preview.isError && !data ? <ErrorState error={preview.error} onRetry={() => void preview.refetch()} /> : null}
      {data && open.length === 0 ? <p className={dialog.none}>{t('yearly.over.none')}</p> : null}
      <ul className={styles.overs}>
        {data?.items.map((next) => (
          <Over
            key={next.item.itemId}
            next={next}
            choice={choiceOf(next, choices)}
            onChoice={(choice) => choose(next.item.itemId, choice)}
          />
        ))}
      </ul>
    </FormDialog>
  );
}
