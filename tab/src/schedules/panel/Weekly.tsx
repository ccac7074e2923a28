import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { CalendarClockRegular } from '@fluentui/react-icons';
import type { WindowsView } from '@kaigi/core/contract';
import { type FormEvent, useState } from 'react';
import { errorWords } from '../../api/error-text.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { EmptyState } from '../../app/PageStates.tsx';
import { useDialogStyles } from '../week/Dialogs.styles.ts';
import { panelText } from './text.ts';
import { useWindowOrder } from './use-panel.ts';
import { WindowFields, type WindowSaid } from './WindowFields.tsx';
import { WindowRow } from './WindowRow.tsx';

const NEW: WindowSaid = { weekday: 1, from: '16:00', to: '17:00', minutes: 15 };

function AddForm({ staffId }: { readonly staffId: string }) {
  const styles = useDialogStyles();
  const t = useText(panelText);
  const locale = useLocale();
  const notify = useNotice();
  const [said, setSaid] = useState(NEW);
  const { mutate, isPending, error } = useWindowOrder();
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (isPending) return;
    const onSuccess = () => notify({ text: t('windows.added'), intent: 'success' });
    mutate({ to: 'add', input: { staffId, ...said } }, { onSuccess });
  };
  return (
    <form noValidate onSubmit={handleSubmit} className={styles.form}>
      {error ? (
        <MessageBar intent="error" layout="multiline" data-testid="window-refused">
          <MessageBarBody>{errorWords(error, locale).sentence}</MessageBarBody>
        </MessageBar>
      ) : null}
      <WindowFields said={said} onSaid={setSaid} testId="window" />
      <span>
        <Button type="submit" appearance="primary" disabledFocusable={isPending} data-testid="window-add">
          {t(isPending ? 'windows.adding' : 'windows.add')}
        </Button>
      </span>
    </form>
  );
}

/** Most people need no windows: the form is for those who say that they do. */
function Beginning({ staffId }: { readonly staffId: string }) {
  const styles = useDialogStyles();
  const t = useText(panelText);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <p className={styles.small}>{t('windows.begin.lead')}</p>
      <span>
        <Button aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)} data-testid="windows-begin">
          {t('windows.begin')}
        </Button>
      </span>
      {isOpen ? <AddForm staffId={staffId} /> : null}
    </>
  );
}

/** The windows of a week, and the way to another one. */
export function Weekly({ view: { person, items, mayEdit, isOwn } }: { readonly view: WindowsView }) {
  const styles = useDialogStyles();
  const t = useText(panelText);
  const isBeginning = items.length === 0 && isOwn;
  return (
    <section aria-label={t('windows.list')} className={styles.stack}>
      <h2 className={styles.heading}>{t('windows.list')}</h2>
      {items.length === 0 && !isOwn ? (
        <EmptyState icon={<CalendarClockRegular />} title={t('windows.none')} body={t('windows.none.body')} />
      ) : null}
      {items.length > 0 ? (
        <>
          <p className={styles.none}>{t('windows.lead')}</p>
          <ul className={styles.items}>
            {items.map((window) => (
              <WindowRow key={window.windowId} window={window} mayEdit={mayEdit} />
            ))}
          </ul>
        </>
      ) : null}
      {isBeginning ? <Beginning staffId={person.staffId} /> : null}
      {mayEdit && !isBeginning ? <AddForm key={person.staffId} staffId={person.staffId} /> : null}
    </section>
  );
}
