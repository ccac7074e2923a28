import { Button } from '@fluentui/react-components';
import type { TemplateList } from '@kaigi/core/contract';
import { useState } from 'react';
import { useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { focusPageHeading } from '../../app/PageHeading.tsx';
import { ConfirmDialog } from '../ConfirmDialog.tsx';
import { papersText } from './text.ts';
import { useRemoveTemplate } from './use-papers.ts';

interface DialogProps {
  readonly template: TemplateList['items'][number];
  readonly onClose: () => void;
}

function RemoveDialog({ template, onClose }: DialogProps) {
  const t = useText(papersText);
  const notify = useNotice();
  const { mutate, isPending, error } = useRemoveTemplate();
  const handleConfirm = () => {
    const onSuccess = () => {
      onClose();
      notify({ text: t('remove.done'), intent: 'success' });
      focusPageHeading();
    };
    mutate(template.id, { onSuccess });
  };
  return (
    <ConfirmDialog
      {...{ title: t('remove.title'), body: t('remove.body', { name: template.fileName }) }}
      {...{ confirm: t('remove.confirm'), close: t('remove.close') }}
      {...{ busy: isPending, error, onConfirm: handleConfirm, onClose }}
    />
  );
}

/** Asks once more. */
export function RemoveTemplate({ template }: Pick<DialogProps, 'template'>) {
  const t = useText(papersText);
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button
        size="small"
        appearance="subtle"
        aria-label={t('remove.open.label', { name: template.fileName })}
        onClick={() => setAsking(true)}
        data-testid="template-remove"
      >
        {t('remove.open')}
      </Button>
      {asking ? <RemoveDialog template={template} onClose={() => setAsking(false)} /> : null}
    </>
  );
}
