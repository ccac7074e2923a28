import { Button, Field, Textarea } from '@fluentui/react-components';
import { FolderRegular } from '@fluentui/react-icons';
import type { ScheduleChange } from '@kaigi/core/contract';
import { useState } from 'react';
import { dayText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../app/PageStates.tsx';
import { ActDialog } from '../record/ActDialog.tsx';
import { actText } from '../record/text.ts';
import { useTyped } from '../record/use-act.ts';
import { useKeepingStyles } from './Keeping.styles.ts';
import { handoverText } from './text-handover.ts';
import { useKeepingOrder, useScheduleChange } from './use-keeping.ts';

type Item = ScheduleChange['items'][number];

function Change({ item }: { readonly item: Item }) {
  const styles = useKeepingStyles();
  const t = useText(handoverText);
  const locale = useLocale();
  const said = ({ period, endsOn, action, article }: Item['before']) => {
    const day = endsOn === null ? t('schedule.no_end') : dayText(endsOn, locale);
    return `${t('schedule.rule', { period, day })} / ${t(`action.${action}`)} / ${article}`;
  };
  return (
    <li className={styles.entry} data-testid="schedule-item">
      <div className={styles.name}>
        <div>{item.title}</div>
        <div className={styles.quiet}>{`${item.unitName} / ${item.ruleId}`}</div>
      </div>
      <dl className={styles.pair}>
        <dt className={styles.term}>{t('schedule.before')}</dt>
        <dd className={styles.value}>{said(item.before)}</dd>
        <dt className={styles.term}>{t('schedule.after')}</dt>
        <dd className={styles.value}>{said(item.after)}</dd>
      </dl>
    </li>
  );
}

interface ApplyProps {
  readonly change: ScheduleChange;
  /** Stays while somebody closes the form to look again at what has moved. */
  readonly typed: ReturnType<typeof useTyped<{ reason: string }>>;
  readonly onClose: () => void;
}

/** The approval of exactly what is shown, with its reason. */
function Apply({ change, typed, onClose }: ApplyProps) {
  const t = useText(handoverText);
  const act = useText(actText);
  const notify = useNotice();
  const order = useKeepingOrder();
  const { said, type, missing, when } = typed;
  const told = {
    onSuccess: () => {
      notify({ text: t('schedule.done'), intent: 'success' });
      onClose();
    },
  };
  const handleSubmit = () =>
    when(['reason'], () => {
      order.mutate({ to: 'applySchedule', body: { digest: change.digest, reason: said.reason } }, told);
    });
  const lead = t('schedule.apply.lead', { count: change.items.length });
  return (
    <ActDialog
      {...{ order, onClose, lead, title: t('schedule.title'), submit: t('schedule.apply'), testId: 'schedule-dialog' }}
      onSubmit={handleSubmit}
    >
      <Field label={act('reason')} required {...missing('reason')}>
        <Textarea value={said.reason} onChange={type('reason')} data-testid="act-reason" />
      </Field>
    </ActDialog>
  );
}

/** 保存期間表の改正: what would move, looked at before it is approved. */
export function SchedulePage() {
  const styles = useKeepingStyles();
  const t = useText(handoverText);
  const change = useScheduleChange();
  const [open, setOpen] = useState<ScheduleChange | null>(null);
  const typed = useTyped({ reason: '' });
  if (change.isPending) return <LoadingState />;
  if (!change.data) return <ErrorState error={change.error} onRetry={() => void change.refetch()} />;
  const { items, shorter, mayApply, regulationVersion } = change.data;
  return (
    <section aria-label={t('schedule.title')} data-testid="schedule">
      <h2>{t('schedule.title')}</h2>
      <p className={styles.lead}>{t('schedule.lead')}</p>
      {items.length === 0 ? (
        <EmptyState
          icon={<FolderRegular />}
          title={t('schedule.none')}
          body={t('schedule.none.body', { version: regulationVersion })}
        />
      ) : (
        <>
          <p>{t('schedule.count', { count: items.length, shorter })}</p>
          {mayApply ? (
            <Button appearance="primary" onClick={() => setOpen(change.data)} data-testid="schedule-apply">
              {t('schedule.apply')}
            </Button>
          ) : null}
          <ul className={styles.list}>
            {items.map((item) => (
              <Change key={`${item.kind} ${item.id}`} item={item} />
            ))}
          </ul>
        </>
      )}
      {open ? <Apply change={open} typed={typed} onClose={() => setOpen(null)} /> : null}
    </section>
  );
}
