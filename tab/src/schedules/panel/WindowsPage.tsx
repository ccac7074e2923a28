import { Button, Field, MessageBar, MessageBarBody, Select } from '@fluentui/react-components';
import { CalendarClockRegular } from '@fluentui/react-icons';
import type { WindowsView } from '@kaigi/core/contract';
import { type FormEvent, useState } from 'react';
import { errorWords } from '../../api/error-text.ts';
import { whenText as momentText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { PageHeading } from '../../app/PageHeading.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../app/PageStates.tsx';
import { hashOf } from '../../app/routes.ts';
import { SchedulesParts } from '../SchedulesParts.tsx';
import { useDialogStyles } from '../week/Dialogs.styles.ts';
import { ExplanationRow } from './ExplanationRow.tsx';
import { usePanelStyles } from './Panel.styles.ts';
import { panelText } from './text.ts';
import { useWindowOrder, useWindows } from './use-panel.ts';
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

function History({ history }: Pick<WindowsView, 'history'>) {
  const styles = useDialogStyles();
  const t = useText(panelText);
  const locale = useLocale();
  return (
    <section aria-label={t('windows.history')} className={styles.stack}>
      <h2 className={styles.heading}>{t('windows.history')}</h2>
      {history.length === 0 ? <p className={styles.small}>{t('windows.history.none')}</p> : null}
      <ul className={styles.items}>
        {history.map(({ at, by, line }) => (
          <li key={`${at} ${line}`} data-testid="window-change">
            {momentText(at, locale)} {by.name} {line}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Asked({ explanations }: Pick<WindowsView, 'explanations'>) {
  const styles = useDialogStyles();
  const t = useText(panelText);
  return (
    <section aria-label={t('windows.asked')} className={styles.stack} data-testid="windows-asked">
      <h2 className={styles.heading}>{t('windows.asked')}</h2>
      {explanations.length === 0 ? <p className={styles.small}>{t('explain.none')}</p> : null}
      <ul className={styles.items}>
        {explanations.map((one) => (
          <ExplanationRow key={one.explanationId} one={one} at="windows" />
        ))}
      </ul>
    </section>
  );
}

function Whose({ view: { person, people } }: { readonly view: WindowsView }) {
  const styles = usePanelStyles();
  const t = useText(panelText);
  const all = people.some(({ staffId }) => staffId === person.staffId) ? people : [person, ...people];
  const handleChange = (staffId: string) => {
    window.location.hash = hashOf({ page: 'schedules', part: 'windows', staffId });
  };
  if (all.length < 2) return null;
  return (
    <Field label={t('windows.whose')} className={styles.whose}>
      <Select
        value={person.staffId}
        onChange={(_, { value }) => handleChange(value)}
        select={{ 'data-testid': 'window-whose' } as object}
      >
        {all.map(({ staffId, postTitle, name }) => (
          <option key={staffId} value={staffId}>
            {postTitle} {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function Weekly({ view: { person, items, mayEdit } }: { readonly view: WindowsView }) {
  const styles = useDialogStyles();
  const t = useText(panelText);
  return (
    <section aria-label={t('windows.list')} className={styles.stack}>
      <h2 className={styles.heading}>{t('windows.list')}</h2>
      {items.length === 0 ? (
        <EmptyState icon={<CalendarClockRegular />} title={t('windows.none')} body={t('windows.none.body')} />
      ) : null}
      <ul className={styles.items}>
        {items.map((window) => (
          <WindowRow key={window.windowId} window={window} mayEdit={mayEdit} />
        ))}
      </ul>
      {mayEdit ? <AddForm key={person.staffId} staffId={person.staffId} /> : null}
    </section>
  );
}

function Shown({ view }: { readonly view: WindowsView }) {
  const styles = useDialogStyles();
  const t = useText(panelText);
  const { mayEdit, explanations, history } = view;
  return (
    <div className={styles.stack}>
      <p className={styles.none}>{t('windows.lead')}</p>
      <Whose view={view} />
      {mayEdit ? <Asked explanations={explanations} /> : null}
      <Weekly view={view} />
      {mayEdit ? <History history={history} /> : null}
    </div>
  );
}

/** S-10: when somebody hears explanations every week, and what is booked, kept by themselves or their secretary. */
export function WindowsPage({ staffId }: { readonly staffId: string | null }) {
  const styles = usePanelStyles();
  const t = useText(panelText);
  const { data, isPending, error, refetch } = useWindows(staffId);
  return (
    <div className={styles.page}>
      <PageHeading title={t('windows.title')} focusKey="windows" />
      <SchedulesParts current="windows" />
      {isPending ? <LoadingState /> : null}
      {error && !data ? <ErrorState error={error} title={t('windows.error')} onRetry={() => void refetch()} /> : null}
      {data ? <Shown view={data} /> : null}
    </div>
  );
}
