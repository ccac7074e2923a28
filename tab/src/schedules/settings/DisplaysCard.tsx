import { Button, Field, Input, Select } from '@fluentui/react-components';
import type { DisplayMade, DisplayView, RoomsView } from '@kaigi/core/contract';
import { type FormEvent, useState } from 'react';
import { whenText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { ErrorState, LoadingState } from '../../app/PageStates.tsx';
import { NotBooked } from '../rooms/NotBooked.tsx';
import { useDialogStyles } from '../week/Dialogs.styles.ts';
import { KeyDialog } from './KeyDialog.tsx';
import { SettingsCard } from './SettingsCard.tsx';
import { settingsText } from './text.ts';
import { useDisplays, useMakeDisplay, useRevokeDisplay } from './use-room-settings.ts';

type Offices = { readonly offices: RoomsView['offices'] };

function MakeForm({ offices, onMade }: Offices & { readonly onMade: (made: DisplayMade) => void }) {
  const styles = useDialogStyles();
  const t = useText(settingsText);
  const [name, setName] = useState('');
  const [office, setOffice] = useState('main');
  const [missing, setMissing] = useState(false);
  const { mutate, isPending, error } = useMakeDisplay();
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    const said = name.trim();
    setMissing(said === '');
    if (isPending || said === '') return;
    const onSuccess = (made: DisplayMade) => {
      setName('');
      onMade(made);
    };
    mutate({ name: said, office }, { onSuccess });
  };
  const nameless = missing
    ? { validationMessage: t('admin.displays.name.missing'), validationState: 'error' as const }
    : {};
  return (
    <form className={styles.form} noValidate onSubmit={handleSubmit} aria-label={t('admin.displays.make')}>
      <NotBooked error={error} hindered={null} failed={t('admin.failed')} />
      <div className={styles.line}>
        <Field label={t('admin.displays.name')} required className={styles.field} {...nameless}>
          <Input
            className={styles.input}
            value={name}
            maxLength={50}
            onChange={(_, { value }) => setName(value)}
            data-testid="display-name"
          />
        </Field>
        <Field label={t('admin.room.office')} className={styles.field}>
          <Select
            className={styles.input}
            value={office}
            onChange={(_, { value }) => setOffice(value)}
            select={{ 'data-testid': 'display-office' } as object}
          >
            {offices.map(({ code, name: called }) => (
              <option key={code ?? 'main'} value={code ?? 'main'}>
                {called}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <span>
        <Button type="submit" disabledFocusable={isPending} data-testid="display-make">
          {t('admin.displays.make')}
        </Button>
      </span>
    </form>
  );
}

function Line({ display }: { readonly display: DisplayView }) {
  const styles = useDialogStyles();
  const t = useText(settingsText);
  const locale = useLocale();
  const notify = useNotice();
  const [sure, setSure] = useState(false);
  const { mutate, isPending, error } = useRevokeDisplay();
  const { displayId, name, office, madeAt, madeBy, seenAt, revokedAt } = display;
  const revoke = () => {
    if (!sure) return setSure(true);
    if (isPending) return;
    mutate(displayId, {
      onSuccess: () => notify({ text: t('admin.displays.done', { name }), intent: 'success' }),
    });
  };
  const seen =
    seenAt === null ? t('admin.displays.unseen') : t('admin.displays.seen', { when: whenText(seenAt, locale) });
  return (
    <li data-testid="display">
      <NotBooked error={error} hindered={null} failed={t('admin.failed')} />
      <span className={styles.title}>{name}</span> {office.name}{' '}
      <span className={styles.small}>
        {t('admin.displays.made', { day: whenText(madeAt, locale), name: madeBy.name })}{' '}
        {revokedAt === null ? seen : t('admin.displays.revoked')}
      </span>{' '}
      {revokedAt === null ? (
        <Button
          size="small"
          disabledFocusable={isPending}
          aria-label={sure ? undefined : t('admin.displays.revoke.of', { name })}
          onClick={revoke}
          data-testid="display-revoke"
        >
          {t(sure ? 'admin.displays.revoke.sure' : 'admin.displays.revoke')}
        </Button>
      ) : null}
    </li>
  );
}

/** S-09: who holds which key, a new one, and an end to one. */
export function DisplaysCard({ offices }: Offices) {
  const styles = useDialogStyles();
  const t = useText(settingsText);
  const [made, setMade] = useState<DisplayMade | null>(null);
  const displays = useDisplays();
  const { data } = displays;
  return (
    <SettingsCard title={t('admin.displays')} lead={t('admin.displays.lead')} testId="displays-card">
      {displays.isPending ? <LoadingState /> : null}
      {displays.isError && !data ? <ErrorState error={displays.error} onRetry={() => void displays.refetch()} /> : null}
      {data?.length === 0 ? <p className={styles.none}>{t('admin.displays.none')}</p> : null}
      <ul className={styles.items}>
        {data?.map((display) => (
          <Line key={display.displayId} display={display} />
        ))}
      </ul>
      <MakeForm offices={offices} onMade={setMade} />
      {made ? <KeyDialog made={made} onClose={() => setMade(null)} /> : null}
    </SettingsCard>
  );
}
