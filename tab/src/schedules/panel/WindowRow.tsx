import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components';
import type { WindowView } from '@kaigi/core/contract';
import { useState } from 'react';
import { errorWords } from '../../api/error-text.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { FormDialog } from '../FormDialog.tsx';
import { useDialogStyles } from '../week/Dialogs.styles.ts';
import { usePanelStyles } from './Panel.styles.ts';
import { SureDialog } from './SureDialog.tsx';
import { panelText } from './text.ts';
import { useWindowOrder } from './use-panel.ts';
import { useWindowText, WindowFields } from './WindowFields.tsx';

interface DialogProps {
  readonly window: WindowView;
  readonly onClose: () => void;
}

function ChangeDialog({ window, onClose }: DialogProps) {
  const t = useText(panelText);
  const locale = useLocale();
  const notify = useNotice();
  const { weekday, from, to, minutes, windowId, version } = window;
  const [said, setSaid] = useState({ weekday, from, to, minutes });
  const { mutate, isPending, error } = useWindowOrder();
  const handleSubmit = () => {
    if (isPending) return;
    const onSuccess = () => {
      notify({ text: t('windows.changed'), intent: 'success' });
      onClose();
    };
    mutate({ to: 'change', change: { windowId, version, ...said } }, { onSuccess });
  };
  return (
    <FormDialog
      title={t('windows.change.title')}
      testId="window-dialog"
      {...{ isPending, onClose }}
      onSubmit={handleSubmit}
      actions={
        <>
          <Button onClick={onClose}>{t('sure.close')}</Button>
          <Button type="submit" appearance="primary" disabledFocusable={isPending} data-testid="window-save">
            {t(isPending ? 'windows.change.busy' : 'windows.change.save')}
          </Button>
        </>
      }
    >
      {error ? (
        <MessageBar intent="error" layout="multiline" data-testid="window-change-refused">
          <MessageBarBody>{errorWords(error, locale).sentence}</MessageBarBody>
        </MessageBar>
      ) : null}
      <WindowFields said={said} onSaid={setSaid} testId="change" />
    </FormDialog>
  );
}

function RemoveDialog({ window, onClose }: DialogProps) {
  const t = useText(panelText);
  const notify = useNotice();
  const what = useWindowText()(window);
  const { mutate, isPending, error } = useWindowOrder();
  const handleSure = () => {
    const onSuccess = () => {
      notify({ text: t('windows.removed'), intent: 'success' });
      onClose();
    };
    mutate({ to: 'remove', window }, { onSuccess });
  };
  return (
    <SureDialog
      title={t('windows.remove.title')}
      body={t('windows.remove.body', { what })}
      sure={t('windows.remove')}
      {...{ isPending, error, onClose }}
      onSure={handleSure}
    />
  );
}

/** One window, which whoever may changes or removes. */
export function WindowRow({ window, mayEdit }: { readonly window: WindowView; readonly mayEdit: boolean }) {
  const styles = useDialogStyles();
  const t = useText(panelText);
  const what = useWindowText()(window);
  const own = usePanelStyles();
  const [doing, setDoing] = useState<'change' | 'remove' | null>(null);
  const close = () => setDoing(null);
  return (
    <li className={styles.line} data-testid="window">
      <span>{what}</span>
      {mayEdit ? (
        <span className={own.buttons}>
          {(['change', 'remove'] as const).map((act) => (
            <Button
              key={act}
              size="small"
              onClick={() => setDoing(act)}
              aria-label={t(`windows.${act}.of`, { what })}
              data-testid={`${act}-window`}
            >
              {t(`windows.${act}`)}
            </Button>
          ))}
        </span>
      ) : null}
      {doing === 'change' ? <ChangeDialog window={window} onClose={close} /> : null}
      {doing === 'remove' ? <RemoveDialog window={window} onClose={close} /> : null}
    </li>
  );
}
