import { Button, Field, Input } from '@fluentui/react-components';
import { localDateOf } from '@kaigi/core/shared';
import { useState } from 'react';
import { useText } from '../app/locale.ts';
import { useNotice } from '../app/Notices.tsx';
import { useNow } from '../app/use-now.ts';
import { ActDialog } from '../records/record/ActDialog.tsx';
import { useTyped } from '../records/record/use-act.ts';
import { settingsText } from './text.ts';
import { useTellDeleted } from './use-settings.ts';

interface OfCopy {
  readonly recordId: string;
  /** What its record is called here. */
  readonly called: string;
}

function DeletedDialog({ recordId, called, onClose }: OfCopy & { readonly onClose: () => void }) {
  const t = useText(settingsText);
  const notify = useNotice();
  const order = useTellDeleted(recordId);
  const today = localDateOf(new Date(useNow()));
  const { said, type, missing, when } = useTyped({ deletedOn: today as string, note: '' });
  const send = () =>
    order.mutate(said, {
      onSuccess: () => {
        notify({ text: t('mirror.deleted.done'), intent: 'success' });
        onClose();
      },
    });
  return (
    <ActDialog
      {...{ order, onClose, title: t('mirror.deleted'), lead: t('mirror.deleted.lead', { called }) }}
      {...{ submit: t('mirror.deleted.submit'), testId: 'mirror-deleted-dialog' }}
      onSubmit={() => when(['deletedOn', 'note'], send)}
    >
      <Field label={t('mirror.deleted.day')} required {...missing('deletedOn')}>
        <Input type="date" value={said.deletedOn} max={today} onChange={type('deletedOn')} data-testid="deleted-on" />
      </Field>
      <Field label={t('mirror.deleted.note')} hint={t('mirror.deleted.hint')} required {...missing('note')}>
        <Input maxLength={300} value={said.note} onChange={type('note')} data-testid="deleted-note" />
      </Field>
    </ActDialog>
  );
}

/**
 * 手で削除した: of a copy that the app does not reach, asked for once more before it is said. Where that may be said no more
 * while somebody types, the dialog stays with the reason.
 */
export function DeletedByHand({ recordId, called, may }: OfCopy & { readonly may: boolean }) {
  const t = useText(settingsText);
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      {may ? (
        <Button
          size="small"
          aria-label={t('mirror.deleted_of', { called })}
          onClick={() => setAsking(true)}
          data-testid="mirror-deleted"
        >
          {t('mirror.deleted')}
        </Button>
      ) : null}
      {isAsking ? <DeletedDialog {...{ recordId, called }} onClose={() => setAsking(false)} /> : null}
    </>
  );
}
