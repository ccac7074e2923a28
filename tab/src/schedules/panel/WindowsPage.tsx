import { Button, Field, Input, MessageBar, MessageBarBody, Select } from '@fluentui/react-components';
import { CalendarClockRegular } from '@fluentui/react-icons';
import type { WindowInput, WindowsView, WindowView } from '@kaigi/core/contract';
import { type FormEvent, useState } from 'react';
import { errorWords } from '../../api/error-text.ts';
import { whenText as momentText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { PageHeading } from '../../app/PageHeading.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../app/PageStates.tsx';
import { SchedulesParts } from '../SchedulesParts.tsx';
import { useDialogStyles } from '../week/Dialogs.styles.ts';
import { panelText } from './text.ts';
import { useWindowOrder, useWindows } from './use-panel.ts';

const DAYS = [1, 2, 3, 4, 5, 6, 0] as const;
const MINUTES = [5, 10, 15, 20, 30] as const;
type Day = (typeof DAYS)[number];

function useWindowText(): (window: Pick<WindowView, 'weekday' | 'from' | 'to' | 'minutes'>) => string {
  const t = useText(panelText);
  return ({ weekday, ...window }) => t('windows.one', { ...window, day: t(`windows.day.${weekday as Day}`) });
}

function Row({ window, mayEdit }: { readonly window: WindowView; readonly mayEdit: boolean }) {
  const styles = useDialogStyles();
  const t = useText(panelText);
  const locale = useLocale();
  const notify = useNotice();
  const what = useWindowText()(window);
  const { mutate, isPending } = useWindowOrder();
  const handleRemove = () =>
    mutate(
      { to: 'remove', window },
      {
        onSuccess: () => notify({ text: t('windows.removed'), intent: 'success' }),
        onError: (error) => notify({ text: errorWords(error, locale).sentence, intent: 'error' }),
      },
    );
  return (
    <li className={styles.line} data-testid="window">
      <span>{what}</span>
      {mayEdit ? (
        <Button
          size="small"
          disabledFocusable={isPending}
          onClick={handleRemove}
          aria-label={t('windows.remove.of', { what })}
        >
          {t('windows.remove')}
        </Button>
      ) : null}
    </li>
  );
}

const NEW: Omit<WindowInput, 'staffId'> = { weekday: 1, from: '16:00', to: '17:00', minutes: 15 };

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
      <div className={styles.line}>
        <Field label={t('windows.day')}>
          <Select
            value={String(said.weekday)}
            onChange={(_, { value }) => setSaid({ ...said, weekday: Number(value) })}
            select={{ 'data-testid': 'window-day' } as object}
          >
            {DAYS.map((day) => (
              <option key={day} value={day}>
                {t(`windows.day.${day}`)}
              </option>
            ))}
          </Select>
        </Field>
        {(['from', 'to'] as const).map((end) => (
          <Field key={end} label={t(`windows.${end}`)}>
            <Input
              type="time"
              value={said[end]}
              onChange={(_, { value }) => setSaid({ ...said, [end]: value })}
              data-testid={`window-${end}`}
            />
          </Field>
        ))}
        <Field label={t('windows.minutes')}>
          <Select
            value={String(said.minutes)}
            onChange={(_, { value }) =>
              setSaid({ ...said, minutes: MINUTES.find((one) => String(one) === value) ?? said.minutes })
            }
          >
            {MINUTES.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </Select>
        </Field>
      </div>
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

function Shown({ view, onWhose }: { readonly view: WindowsView; readonly onWhose: (staffId: string) => void }) {
  const styles = useDialogStyles();
  const t = useText(panelText);
  const { person, people, items, mayEdit, history } = view;
  return (
    <div className={styles.stack}>
      <p className={styles.none}>{t('windows.lead')}</p>
      {people.length > 1 ? (
        <Field label={t('windows.whose')}>
          <Select
            value={person.staffId}
            onChange={(_, { value }) => onWhose(value)}
            select={{ 'data-testid': 'window-whose' } as object}
          >
            {people.map(({ staffId, postTitle, name }) => (
              <option key={staffId} value={staffId}>
                {postTitle} {name}
              </option>
            ))}
          </Select>
        </Field>
      ) : null}
      {items.length === 0 ? (
        <EmptyState icon={<CalendarClockRegular />} title={t('windows.none')} body={t('windows.none.body')} />
      ) : null}
      <ul className={styles.items} aria-label={t('windows.list')}>
        {items.map((window) => (
          <Row key={window.windowId} window={window} mayEdit={mayEdit} />
        ))}
      </ul>
      {mayEdit ? <AddForm key={person.staffId} staffId={person.staffId} /> : null}
      {mayEdit ? <History history={history} /> : null}
    </div>
  );
}

/** S-10: when somebody hears explanations every week, kept by themselves or their secretary. */
export function WindowsPage() {
  const t = useText(panelText);
  const [staffId, setStaffId] = useState<string | null>(null);
  const { data, isPending, error, refetch } = useWindows(staffId);
  return (
    <>
      <PageHeading title={t('windows.title')} focusKey="windows" />
      <SchedulesParts current="windows" />
      {isPending ? <LoadingState /> : null}
      {error && !data ? <ErrorState error={error} title={t('windows.error')} onRetry={() => void refetch()} /> : null}
      {data ? <Shown view={data} onWhose={setStaffId} /> : null}
    </>
  );
}
