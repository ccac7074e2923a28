import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  MessageBar,
  MessageBarBody,
} from '@fluentui/react-components';
import type { TemplateList } from '@kaigi/core/contract';
import { useState } from 'react';
import { errorWords } from '../../api/error-text.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { focusPageHeading } from '../../app/PageHeading.tsx';
import { useMinutesStyles } from '../Minutes.styles.ts';
import { papersText } from './text.ts';
import { useRemoveTemplate } from './use-papers.ts';

interface DialogProps {
  readonly template: TemplateList['items'][number];
  readonly onClose: () => void;
}

function RemoveDialog({ template, onClose }: DialogProps) {
  const styles = useMinutesStyles();
  const t = useText(papersText);
  const locale = useLocale();
  const notify = useNotice();
  const { mutate, isPending, error } = useRemoveTemplate();
  const close = () => (isPending ? undefined : onClose());
  const handleConfirm = () => {
    const onSuccess = () => {
      onClose();
      notify({ text: t('remove.done'), intent: 'success' });
      focusPageHeading();
    };
    if (!isPending) mutate(template.id, { onSuccess });
  };
  return (
    <Dialog open onOpenChange={(_, { open }) => (open ? undefined : close())}>
      <DialogSurface data-testid="remove-dialog">
        <DialogBody>
          <DialogTitle>{t('remove.title')}</DialogTitle>
          <DialogContent className={styles.stack}>
            {error ? (
              <MessageBar intent="error" layout="multiline">
                <MessageBarBody>{errorWords(error, locale).sentence}</MessageBarBody>
              </MessageBar>
            ) : null}
            <p className={styles.lead}>{t('remove.body', { name: template.fileName })}</p>
          </DialogContent>
          <DialogActions fluid>
            <Button onClick={close}>{t('remove.close')}</Button>
            <Button
              appearance="primary"
              disabledFocusable={isPending}
              onClick={handleConfirm}
              data-testid="remove-confirm"
            >
              {t('remove.confirm')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
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
