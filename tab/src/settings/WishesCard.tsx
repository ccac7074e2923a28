import { Button, Checkbox, Field, Radio, RadioGroup, Spinner } from '@fluentui/react-components';
import type { NotificationSettings, NotificationWish } from '@kaigi/core/contract';
import { useState } from 'react';
import { errorWords } from '../api/error-text.ts';
import { useLocale, useText } from '../app/locale.ts';
import { useNotice } from '../app/Notices.tsx';
import { ErrorState, LoadingState } from '../app/PageStates.tsx';
import { Section } from '../approvals/Section.tsx';
import { useSettingsStyles } from './Settings.styles.ts';
import { settingsText } from './text.ts';
import { useChooseWishes, useWishes } from './use-settings.ts';

const NORMAL = ['AT_ONCE', 'DIGEST'] as const;

function WishesForm({ stored }: { readonly stored: NotificationSettings }) {
  const styles = useSettingsStyles();
  const t = useText(settingsText);
  const locale = useLocale();
  const notify = useNotice();
  const { mutate, isPending } = useChooseWishes();
  const [typed, setTyped] = useState<Partial<NotificationWish>>({});
  const wish: NotificationWish = { normal: stored.normal, quietHours: stored.quietHours, ...typed };
  const same = wish.normal === stored.normal && wish.quietHours === stored.quietHours && stored.chosen;
  const handleSave = () => {
    if (isPending || same) return;
    mutate(wish, {
      onSuccess: () => {
        setTyped({});
        notify({ text: t('wishes.saved'), intent: 'success' });
      },
      onError: (error) =>
        notify({ text: t('wishes.failed'), body: errorWords(error, locale).sentence, intent: 'error' }),
    });
  };
  return (
    <div className={styles.stack}>
      <Field label={t('wishes.normal')}>
        <RadioGroup
          value={wish.normal}
          onChange={(_, { value }) => setTyped({ ...typed, normal: value === 'DIGEST' ? 'DIGEST' : 'AT_ONCE' })}
        >
          {NORMAL.map((one) => (
            <Radio
              key={one}
              value={one}
              label={t(`wishes.normal.${one}`)}
              input={{ 'data-testid': `wish-${one}` } as object}
            />
          ))}
        </RadioGroup>
      </Field>
      <Field hint={t('wishes.quiet.help')}>
        <Checkbox
          checked={wish.quietHours}
          label={t('wishes.quiet')}
          onChange={(_, { checked }) => setTyped({ ...typed, quietHours: checked === true })}
          input={{ 'data-testid': 'wish-quiet' } as object}
        />
      </Field>
      <p className={styles.now} role="status" data-testid="wishes-now">
        <span className={styles.strong}>{t('wishes.now')}</span>
        <br />
        {stored.sentence}
        {stored.chosen ? null : ` ${t('wishes.default')}`}
      </p>
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          disabledFocusable={isPending || same}
          icon={isPending ? <Spinner size="tiny" /> : null}
          onClick={handleSave}
          data-testid="wishes-save"
        >
          {t('wishes.save')}
        </Button>
      </div>
    </div>
  );
}

/** 通知の希望: at once or together, and quiet hours. */
export function WishesCard() {
  const t = useText(settingsText);
  const wishes = useWishes();
  return (
    <Section title={t('wishes.title')}>
      {wishes.isPending ? <LoadingState /> : null}
      {wishes.isError && !wishes.data ? (
        <ErrorState error={wishes.error} title={t('wishes.error')} onRetry={() => void wishes.refetch()} />
      ) : null}
      {wishes.data ? <WishesForm stored={wishes.data} /> : null}
    </Section>
  );
}
