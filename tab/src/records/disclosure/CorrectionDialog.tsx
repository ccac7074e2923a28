import { Field, Textarea } from '@fluentui/react-components';
import type { DisclosureView } from '@kaigi/core/contract';
import { addDays, parseLocalDate } from '@kaigi/core/shared';
import { useText } from '../../app/locale.ts';
import { ActDialog } from '../record/ActDialog.tsx';
import { useTyped } from '../record/use-act.ts';
import { DayField, useToday } from './DayField.tsx';
import { disclosureText } from './text.ts';
import { type ActProps, useDisclosureAct } from './use-disclosures.ts';

type Scheme = DisclosureView['scheme'];

/** By the regulations; empty where they leave it to whoever asks. */
function usualUntil({ correctionTerm }: Scheme, on: string): string {
  const day = parseLocalDate(on);
  const days = correctionTerm?.days ?? null;
  return day === null || days === null ? '' : addDays(day, days);
}

function useHint({ correctionTerm }: Scheme): string {
  const t = useText(disclosureText);
  if (correctionTerm === null) return t('askCorrection.until_plain');
  const { days, article } = correctionTerm;
  return days === null ? t('askCorrection.until_free', { article }) : t('askCorrection.until_days', { days, article });
}

/** The day until which it follows the day on which it was asked for, unless somebody chose another. */
function useCorrection(scheme: Scheme) {
  const today = useToday();
  const typed = useTyped({ on: today as string, wanted: '', until: usualUntil(scheme, today) });
  const { said, type } = typed;
  const handleDay = (event: unknown, { value }: { value: string }) => {
    if (said.until === usualUntil(scheme, said.on)) type('until')(event, { value: usualUntil(scheme, value) });
    type('on')(event, { value });
  };
  return { ...typed, today, handleDay };
}

/** 補正を求めた: when, what, and by when. */
export function CorrectionDialog({ view, onClose }: ActProps) {
  const t = useText(disclosureText);
  const { order, send } = useDisclosureAct({ view, onClose });
  const { said, type, missing, when, today, handleDay } = useCorrection(view.scheme);
  const submit = () => when(['on', 'wanted', 'until'], () => send({ act: 'askCorrection', ...said }));
  return (
    <ActDialog
      {...{ order, onClose, title: t('act.askCorrection'), lead: t('askCorrection.lead'), submit: t('save') }}
      testId="correction-dialog"
      onSubmit={submit}
    >
      <DayField
        {...{ label: t('askCorrection.day'), value: said.on, onChange: handleDay, missing: missing('on') }}
        {...{ min: view.receivedOn, max: today }}
      />
      <Field label={t('askCorrection.wanted')} hint={t('no_names')} required {...missing('wanted')}>
        <Textarea value={said.wanted} maxLength={1000} onChange={type('wanted')} data-testid="correction-wanted" />
      </Field>
      <DayField
        {...{ label: t('askCorrection.until'), value: said.until, onChange: type('until'), missing: missing('until') }}
        {...{ min: today, hint: useHint(view.scheme), testId: 'correction-until' }}
      />
    </ActDialog>
  );
}
