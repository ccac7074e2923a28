import { Button, Spinner } from '@fluentui/react-components';
import type { TakeOutList } from '@kaigi/core/contract';
import { errorWords } from '../../api/error-text.ts';
import { dayText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { listText } from '../../app/words.ts';
import { Section } from '../../approvals/Section.tsx';
import { useWorkdayStyles } from '../Workday.styles.ts';
import { applicationsText } from './text.ts';
import { useReturn, useTakeOuts } from './use-applications.ts';

function Asked({ out }: { readonly out: TakeOutList['own'][number] }) {
  const styles = useWorkdayStyles();
  const t = useText(applicationsText);
  const locale = useLocale();
  const notify = useNotice();
  const { mutate, isPending } = useReturn();
  const { applicationId, version, dueOn } = out;
  const said = { items: listText(out.items, locale), day: dayText(dueOn, locale) };
  const tell = () =>
    mutate(
      { applicationId, version, dueOn, note: '' },
      {
        onSuccess: () => notify({ text: t('return.told'), intent: 'success' }),
        onError: (error) => notify({ text: errorWords(error, locale).sentence, intent: 'error' }),
      },
    );
  return (
    <li className={styles.row} data-testid="return-asked">
      <span className={styles.grow}>{t(out.due ? 'return.question' : 'return.early', said)}</span>
      <Button
        appearance={out.due ? 'primary' : 'secondary'}
        disabledFocusable={isPending}
        icon={isPending ? <Spinner size="tiny" /> : null}
        onClick={isPending ? undefined : tell}
        aria-label={`${t('return.done')} ${t('return.of', said)}`}
        data-testid="return-done"
      >
        {isPending ? t('return.busy') : t('return.done')}
      </Button>
    </li>
  );
}

export interface ReturnCardProps {
  /** Only what is due by today: the question of the day at the office. */
  readonly onlyDue: boolean;
}

/** 返却の確認: asked until it is answered; nothing at all where nothing is out. */
export function ReturnCard({ onlyDue }: ReturnCardProps) {
  const styles = useWorkdayStyles();
  const t = useText(applicationsText);
  const own = useTakeOuts().data?.own.filter(({ due }) => due || !onlyDue) ?? [];
  if (own.length === 0) return null;
  return (
    <Section title={t('return.title')}>
      <ul className={styles.list} aria-live="polite">
        {own.map((out) => (
          <Asked key={`${out.applicationId} ${out.dueOn}`} out={out} />
        ))}
      </ul>
    </Section>
  );
}
