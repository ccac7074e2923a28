import { Field, Input, Select, Textarea } from '@fluentui/react-components';
import type { HoldView } from '@kaigi/core/contract';
import { useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { keepingText } from '../folders/text.ts';
import { useKeepingOrder } from '../folders/use-keeping.ts';
import { ActDialog } from './ActDialog.tsx';
import { actText } from './text.ts';
import { useTyped } from './use-act.ts';

const REASONS = ['AUDIT', 'LITIGATION', 'APPEAL', 'DISCLOSURE', 'BUSINESS'] as const;

interface HoldDialogProps {
  readonly on: { readonly recordIds: string[] } | { readonly folderIds: string[] };
  readonly onClose: () => void;
}

/** 廃棄停止: why, of which matter, and for a business need until when. */
export function HoldDialog({ on, onClose }: HoldDialogProps) {
  const t = useText(actText);
  const kinds = useText(keepingText);
  const notify = useNotice();
  const order = useKeepingOrder();
  const { said, type, missing, when } = useTyped({ reason: '', note: '', until: '' });
  const reason = REASONS.find((one) => one === said.reason);
  const handleSubmit = () =>
    when(['reason', 'note'], () => {
      if (!reason) return;
      const until = reason === 'BUSINESS' && said.until !== '' ? { until: said.until } : {};
      const told = {
        onSuccess: () => {
          notify({ text: t('done.hold'), intent: 'success' });
          onClose();
        },
      };
      order.mutate({ to: 'hold', body: { reason, note: said.note, ...on, ...until } }, told);
    });
  return (
    <ActDialog
      {...{ order, onClose, title: t('act.hold'), lead: t('hold.lead'), submit: t('act.hold'), testId: 'hold-dialog' }}
      onSubmit={handleSubmit}
    >
      <Field label={t('hold.reason')} required {...missing('reason')}>
        <Select value={said.reason} onChange={type('reason')} data-testid="hold-reason">
          <option value="" />
          {REASONS.map((one) => (
            <option key={one} value={one}>
              {kinds(`hold.${one}`)}
            </option>
          ))}
        </Select>
      </Field>
      {reason ? <p data-testid="hold-explained">{t(`hold.explain_${reason}`)}</p> : null}
      <Field label={t('hold.note')} hint={t('hold.note_hint')} required {...missing('note')}>
        <Textarea value={said.note} onChange={type('note')} data-testid="hold-note" />
      </Field>
      {reason === 'BUSINESS' ? (
        <Field label={t('hold.until')} hint={t('hold.until_hint')}>
          <Input type="date" value={said.until} onChange={type('until')} />
        </Field>
      ) : null}
    </ActDialog>
  );
}

/** 決定・裁決・終結: the day that ends a hold, and what follows from it. */
export function EndHoldDialog({ hold, onClose }: { readonly hold: HoldView; readonly onClose: () => void }) {
  const t = useText(actText);
  const notify = useNotice();
  const order = useKeepingOrder();
  const { said, type, missing, when } = useTyped({ decidedOn: '', note: '' });
  const handleSubmit = () =>
    when(['decidedOn'], () => {
      const note = said.note.trim() === '' ? {} : { note: said.note };
      const body = { version: hold.version, decidedOn: said.decidedOn, ...note };
      const told = {
        onSuccess: () => {
          notify({ text: t('done.endHold'), intent: 'success' });
          onClose();
        },
      };
      order.mutate({ to: 'endHold', id: hold.id, body }, told);
    });
  const lead = t(hold.yearMore ? 'endHold.year' : 'endHold.lead');
  return (
    <ActDialog
      {...{ order, onClose, lead, title: t('act.endHold'), submit: t('save'), testId: 'end-hold-dialog' }}
      onSubmit={handleSubmit}
    >
      <Field label={t(hold.yearMore ? 'endHold.decided' : 'endHold.day')} required {...missing('decidedOn')}>
        <Input type="date" value={said.decidedOn} onChange={type('decidedOn')} data-testid="act-day" />
      </Field>
      <Field label={t('endHold.note')}>
        <Textarea value={said.note} onChange={type('note')} />
      </Field>
    </ActDialog>
  );
}
