import { Field, Input, Textarea } from '@fluentui/react-components';
import { localDateOf } from '@kaigi/core/shared';
import { useText } from '../../app/locale.ts';
import { useNow } from '../../app/use-now.ts';
import { ActDialog } from './ActDialog.tsx';
import { actText } from './text.ts';
import { type ActProps, useAct, useTyped } from './use-act.ts';

interface DayDialogProps extends ActProps {
  readonly act: 'complete' | 'noteEvent' | 'keepUntil';
}

/** A day that the period is counted from, or of 1年未満 the last day. */
export function DayDialog({ act, kept, onClose }: DayDialogProps) {
  const t = useText(actText);
  const today = localDateOf(new Date(useNow()));
  const { order, send } = useAct({ kept, onClose });
  const { said, type, missing, when } = useTyped({ on: act === 'keepUntil' ? '' : today, reason: '' });
  const asksReason = act !== 'complete';
  const { on, reason } = said;
  const handleSubmit = () =>
    when(asksReason ? ['on', 'reason'] : ['on'], () => send(act === 'complete' ? { act, on } : { act, on, reason }));
  const moves = act !== 'complete' || kept.retention.basis === 'COMPLETION';
  const days = act === 'keepUntil' ? {} : { min: kept.createdOn, max: today };
  return (
    <ActDialog
      {...{
        order,
        onClose,
        title: t(`act.${act}`),
        lead: t(moves ? `${act}.lead` : 'complete.lead.other'),
        submit: t('save'),
        testId: 'day-dialog',
      }}
      onSubmit={handleSubmit}
    >
      <Field label={t(`${act}.day`)} required {...missing('on')}>
        <Input type="date" value={on} onChange={type('on')} {...days} data-testid="act-day" />
      </Field>
      {asksReason ? (
        <Field label={t('reason')} required {...missing('reason')}>
          <Textarea value={reason} onChange={type('reason')} data-testid="act-reason" />
        </Field>
      ) : null}
    </ActDialog>
  );
}
