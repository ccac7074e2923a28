import { Button, Field, Textarea } from '@fluentui/react-components';
import type { FolderDetail } from '@kaigi/core/contract';
import { useState } from 'react';
import { useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import type { Picked } from '../../approvals/acts.ts';
import { DirectoryPicker } from '../../approvals/DirectoryPicker.tsx';
import { ActDialog } from '../record/ActDialog.tsx';
import { actText } from '../record/text.ts';
import { useTyped } from '../record/use-act.ts';
import { handoverText } from './text-handover.ts';
import { useKeepingOrder } from './use-keeping.ts';

const KINDS = ['unit'] as const;

interface PassOnProps {
  readonly folder: FolderDetail;
  readonly onClose: () => void;
}

/** 再編: to which section, and why. */
function PassOnDialog({ folder: { id, title, unitName, version, records }, onClose }: PassOnProps) {
  const t = useText(handoverText);
  const act = useText(actText);
  const notify = useNotice();
  const order = useKeepingOrder();
  const [picked, setPicked] = useState<readonly Picked[]>([]);
  const { said, type, missing, when } = useTyped({ reason: '' });
  const [tried, setTried] = useState(false);
  const [to] = picked;
  const handleSubmit = () => {
    setTried(true);
    when(['reason'], () => {
      if (!to) return;
      const told = {
        onSuccess: () => {
          notify({ text: t('pass_on.done', { title, section: to.label }), intent: 'success' });
          onClose();
        },
      };
      order.mutate({ to: 'passOn', id, body: { version, unitId: to.id, reason: said.reason } }, told);
    });
  };
  const lead = t('pass_on.lead', { section: unitName, count: records });
  return (
    <ActDialog
      {...{ order, onClose, lead, title: t('pass_on'), submit: t('pass_on.submit'), testId: 'pass-on-dialog' }}
      onSubmit={handleSubmit}
    >
      <DirectoryPicker
        label={t('pass_on.to')}
        kinds={KINDS}
        several={false}
        asSection
        picked={picked}
        onPicked={setPicked}
        trouble={tried && !to ? act('required') : null}
      />
      <Field label={act('reason')} hint={t('pass_on.reason_hint')} required {...missing('reason')}>
        <Textarea value={said.reason} maxLength={500} onChange={type('reason')} data-testid="act-reason" />
      </Field>
    </ActDialog>
  );
}

/** Another section keeps the 簿冊 from now on, for whom the service lets. */
export function PassOn({ folder }: { readonly folder: FolderDetail }) {
  const t = useText(handoverText);
  const [open, setOpen] = useState(false);
  return (
    <>
      {folder.mayPassOn ? (
        <Button onClick={() => setOpen(true)} data-testid="folder-pass-on">
          {t('pass_on')}
        </Button>
      ) : null}
      {open ? <PassOnDialog folder={folder} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
