import { Button, Field, MessageBar, MessageBarBody, Select } from '@fluentui/react-components';
import type { YearlyPreview, YearlyView } from '@kaigi/core/contract';
import { useState } from 'react';
import { errorWords } from '../../api/error-text.ts';
import { fiscalYearText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { ErrorState, LoadingState } from '../../app/PageStates.tsx';
import { FormDialog } from '../FormDialog.tsx';
import { useDialogStyles } from '../week/Dialogs.styles.ts';
import { type Choice, Over } from './Over.tsx';
import { yearlyText } from './text.ts';
import { useTakeOver, useYearlyNext } from './use-yearly.ts';
import { useYearlyStyles } from './Yearly.styles.ts';

type Next = YearlyPreview['items'][number];

type Choices = Readonly<Record<string, Choice>>;

const choiceOf = ({ item, date }: Next, choices: Choices): Choice => choices[item.itemId] ?? { take: true, date };

function useOver({ view, onClose, onDone }: TakeOverDialogProps) {
  const t = useText(yearlyText);
  const locale = useLocale();
  const notify = useNotice();
  const whose = { unit: view.unit.unitId, year: view.fiscalYear };
  const preview = useYearlyNext(whose);
  const [choices, setChoices] = useState<Choices>({});
  const [pressed, setPressed] = useState(false);
  const [heir, setHeir] = useState('');
  // A section that is there goes over into itself.
  const into = view.unit.former ? heir : view.unit.unitId;
  const { mutate, isPending, error } = useTakeOver();
  const open = preview.data?.items.filter(({ taken }) => !taken) ?? [];
  const items = open.flatMap((next) => {
    const { take, date } = choiceOf(next, choices);
    return take ? [{ itemId: next.item.itemId, version: next.item.version, date }] : [];
  });
  const takeOver = () => {
    if (isPending || items.length === 0) return;
    setPressed(true);
    if (into === '' || items.some(({ date }) => date === '')) return;
    mutate(
      { ...whose, into, items },
      {
        onSuccess: ({ fiscalYear, unit }) => {
          const year = fiscalYearText(fiscalYear, locale);
          notify({ text: t('yearly.over.done', { count: items.length, year }), intent: 'success' });
          onClose();
          onDone({ year: fiscalYear, ...(view.unit.former ? { unit: unit.unitId } : {}) });
        },
      },
    );
  };
  const choose = (id: string, choice: Choice) => setChoices((before) => ({ ...before, [id]: choice }));
  return { preview, choices, choose, open, items, isPending, error, takeOver, pressed, heir, setHeir };
}

export interface TakeOverDialogProps {
  readonly view: YearlyView;
  readonly onClose: () => void;
  /** Shows the list into which it went. */
  readonly onDone: (into: { readonly year: number; readonly unit?: string }) => void;
}

interface HeirProps {
  readonly over: ReturnType<typeof useOver>;
  readonly into: YearlyPreview['into'];
}

/** To whom goes what a section that is gone has left. */
function Heir({ over: { heir, setHeir, pressed }, into }: HeirProps) {
  const t = useText(yearlyText);
  return (
    <Field
      label={t('yearly.over.into')}
      required
      validationMessage={pressed && heir === '' ? t('yearly.over.into.missing') : null}
    >
      <Select
        value={heir}
        onChange={(_, { value }) => setHeir(value)}
        select={{ 'data-testid': 'yearly-over-into' } as object}
      >
        <option value="">{t('yearly.over.into.choose')}</option>
        {into.map(({ unitId, name }) => (
          <option key={unitId} value={unitId}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** The next year as it would be: everything in doubt is marked, and nothing is done before it is pressed. */
export function TakeOverDialog(props: TakeOverDialogProps) {
  const { view, onClose } = props;
  const styles = useYearlyStyles();
  const dialog = useDialogStyles();
  const t = useText(yearlyText);
  const locale = useLocale();
  const over = useOver(props);
  const { preview, choices, choose, open, items, isPending, error, takeOver, pressed } = over;
  const { data } = preview;
  const year = fiscalYearText(data?.fiscalYear ?? view.fiscalYear + 1, locale);
  return (
    <FormDialog
      title={t('yearly.over.title', { year })}
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
      {data && view.unit.former ? <Heir over={over} into={data.into} /> : null}
      <ul className={styles.overs}>
        {data?.items.map((next) => (
          <Over
            key={next.item.itemId}
            next={next}
            choice={choiceOf(next, choices)}
            daysOff={data.daysOff}
            missing={pressed && choiceOf(next, choices).take && choiceOf(next, choices).date === ''}
            onChoice={(choice) => choose(next.item.itemId, choice)}
          />
        ))}
      </ul>
    </FormDialog>
  );
}
