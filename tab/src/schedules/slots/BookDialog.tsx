import { Button, Field, Input, Textarea } from '@fluentui/react-components';
import type { BookInput, SlotProposal, SlotsInput } from '@kaigi/core/contract';
import { useState } from 'react';
import { useLocale, useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { goTo } from '../../app/use-route.ts';
import { VisibilityField } from '../bookings/VisibilityField.tsx';
import { FormDialog } from '../FormDialog.tsx';
import { hinderedBy } from '../rooms/booking-form.ts';
import { NotBooked } from '../rooms/NotBooked.tsx';
import { useBook } from '../use-schedules.ts';
import { whenText } from './Proposals.tsx';
import { bookingOf } from './slots-form.ts';
import { slotsText } from './text.ts';

export interface BookDialogProps {
  readonly proposal: SlotProposal;
  readonly asked: SlotsInput;
  readonly onAgain: () => void;
  readonly onClose: () => void;
}

/** Asks what it is for, books, and leads to the booking; that somebody was faster is told, and one may search again. */
export function BookDialog({ proposal, asked, onAgain, onClose }: BookDialogProps) {
  const t = useText(slotsText);
  const locale = useLocale();
  const notify = useNotice();
  const [subject, setSubject] = useState('');
  const [note, setNote] = useState('');
  const [visibility, setVisibility] = useState<BookInput['visibility']>('SECTION');
  const [missing, setMissing] = useState(false);
  const { mutate, isPending, error } = useBook();
  const when = whenText(proposal, locale);
  const submit = () => {
    const said = { subject: subject.trim(), note: note.trim(), visibility };
    setMissing(said.subject === '');
    if (isPending || said.subject === '') return;
    mutate(bookingOf(proposal, asked, said), {
      onSuccess: ({ bookingId }) => {
        notify({ text: t('slots.done', { when, subject: said.subject }), intent: 'success' });
        // Its time is not free any more: what was found is of no use.
        goTo({ page: 'schedules', part: 'booking', bookingId });
      },
    });
  };
  const nameless = missing ? { validationMessage: t('slots.subject.missing'), validationState: 'error' as const } : {};
  return (
    <FormDialog
      title={t('slots.confirm', { when })}
      testId="slot-dialog"
      {...{ isPending, onClose }}
      onSubmit={submit}
      actions={
        <>
          <Button onClick={onClose}>{t('slots.cancel')}</Button>
          {error ? (
            <Button onClick={onAgain} data-testid="slot-again">
              {t('slots.again')}
            </Button>
          ) : null}
          <Button type="submit" appearance="primary" disabledFocusable={isPending} data-testid="slot-save">
            {t(isPending ? 'slots.saving' : 'slots.save')}
          </Button>
        </>
      }
    >
      <NotBooked error={error} hindered={hinderedBy(error)} />
      <Field label={t('slots.subject')} required {...nameless}>
        <Input
          value={subject}
          maxLength={255}
          onChange={(_, { value }) => setSubject(value)}
          data-testid="slot-subject"
        />
      </Field>
      <VisibilityField visibility={visibility} onVisibility={setVisibility} />
      <Field label={t('slots.note')}>
        <Textarea value={note} maxLength={4000} onChange={(_, { value }) => setNote(value)} />
      </Field>
    </FormDialog>
  );
}
