import { Field, Input, Textarea } from '@fluentui/react-components';
import { dayText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { ActDialog } from '../record/ActDialog.tsx';
import { useTyped } from '../record/use-act.ts';
import { DayField, useToday } from './DayField.tsx';
import { NumberPicker } from './NumberPicker.tsx';
import { disclosureText } from './text.ts';
import { type ActProps, useDisclosureAct } from './use-disclosures.ts';

/** 取下げ: by whoever asked. */
export function WithdrawDialog({ view, onClose }: ActProps) {
  const t = useText(disclosureText);
  const today = useToday();
  const { order, send } = useDisclosureAct({ view, onClose });
  const { said, type, missing, when } = useTyped({ on: today as string, note: '' });
  return (
    <ActDialog
      {...{ order, onClose, title: t('act.withdraw'), lead: t('withdraw.lead'), submit: t('save') }}
      testId="withdraw-dialog"
      onSubmit={() => when(['on'], () => send({ act: 'withdraw', ...said }))}
    >
      <DayField
        {...{ label: t('withdraw.day'), value: said.on, onChange: type('on'), missing: missing('on') }}
        {...{ min: view.receivedOn, max: today }}
      />
      <Field label={t('withdraw.note')} hint={t('no_names')}>
        <Textarea value={said.note} maxLength={500} onChange={type('note')} data-testid="act-note" />
      </Field>
    </ActDialog>
  );
}

/** What stands in the form already: the article of the regulations, and that nothing was corrected in time. */
function useDismissal({ view: { scheme, correctionLate, correctionUntil } }: Pick<ActProps, 'view'>) {
  const t = useText(disclosureText);
  const locale = useLocale();
  const day = correctionLate ? correctionUntil : null;
  return {
    registerId: '',
    article: scheme.dismissal ?? '',
    reason: day === null ? '' : t('dismiss.reason_late', { day: dayText(day, locale) }),
  };
}

/** 却下: by the number of the 起案 that was decided, by an article, and with its reason. */
export function DismissDialog({ view, onClose }: ActProps) {
  const t = useText(disclosureText);
  const { order, send } = useDisclosureAct({ view, onClose });
  const { said, type, missing, when } = useTyped(useDismissal({ view }));
  return (
    <ActDialog
      {...{ order, onClose, title: t('act.dismiss'), lead: t('dismiss.lead'), submit: t('save') }}
      testId="dismiss-dialog"
      onSubmit={() => when(['registerId', 'article', 'reason'], () => send({ act: 'dismiss', ...said }))}
    >
      <NumberPicker
        {...{
          direction: 'DRAFTED',
          value: said.registerId,
          onPick: type('registerId'),
          missing: missing('registerId'),
        }}
      />
      <Field label={t('dismiss.article')} required {...missing('article')}>
        <Input value={said.article} maxLength={200} onChange={type('article')} data-testid="act-article" />
      </Field>
      <Field label={t('dismiss.reason')} hint={t('no_names')} required {...missing('reason')}>
        <Textarea value={said.reason} maxLength={1000} onChange={type('reason')} data-testid="act-reason" />
      </Field>
    </ActDialog>
  );
}
