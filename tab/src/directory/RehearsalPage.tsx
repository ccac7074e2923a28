import { Link, MessageBar, MessageBarBody } from '@fluentui/react-components';
import type { RehearsalView } from '@kaigi/core/contract';
import { useState } from 'react';
import { dayText, whenText } from '../app/dates.ts';
import { useLocale, useText } from '../app/locale.ts';
import { PageHeading } from '../app/PageHeading.tsx';
import { ErrorState, LoadingState } from '../app/PageStates.tsx';
import { hashOf } from '../app/routes.ts';
import { Section } from '../approvals/Section.tsx';
import { ActivateButton } from './ActivateButton.tsx';
import { BrokenList } from './BrokenList.tsx';
import { ChangesCard } from './ChangesCard.tsx';
import { useRehearsalStyles } from './Rehearsals.styles.ts';
import { ForThoseWhoMaySee, RehearsalState } from './RehearsalsPage.tsx';
import { directoryText } from './text.ts';
import { useRehearsal } from './use-rehearsals.ts';

/** Reasons typed so far, by break. */
export type Reasons = Readonly<Record<string, string>>;

/** The breaks that neither were accepted before nor have a reason now. */
function stillOpen(view: RehearsalView, reasons: Reasons): number {
  const taken = new Set(view.accepted.map(({ breakId }) => breakId));
  return view.broken.filter(({ breakId }) => !taken.has(breakId) && !reasons[breakId]?.trim()).length;
}

function Verdict({ view, open }: { readonly view: RehearsalView; readonly open: number }) {
  const t = useText(directoryText);
  const locale = useLocale();
  const { activatedAt, activatedBy } = view;
  const activated = activatedAt && t('view.activated', { when: whenText(activatedAt, locale), who: activatedBy ?? '' });
  const waiting =
    open > 0
      ? t('view.open', { count: open })
      : view.open > 0
        ? t('view.accepted_all', { count: view.open })
        : t('view.ready');
  return (
    <MessageBar intent={open > 0 ? 'warning' : 'success'} layout="multiline" data-testid="rehearsal-verdict">
      <MessageBarBody>{activated || waiting}</MessageBarBody>
    </MessageBar>
  );
}

function Orphaned({ view }: { readonly view: RehearsalView }) {
  const styles = useRehearsalStyles();
  const t = useText(directoryText);
  if (view.orphaned.length === 0) return null;
  return (
    <Section title={t('orphaned.title', { count: view.orphaned.length })}>
      <p className={styles.sentence}>{t('orphaned.body')}</p>
      <ul className={styles.rows}>
        {view.orphaned.map(({ caseId, label, drafterName: name, drafterUnit: unit }) => (
          <li key={caseId}>{t('orphaned.case', { label, unit, name })}</li>
        ))}
      </ul>
    </Section>
  );
}

function Unknown({ view }: { readonly view: RehearsalView }) {
  const styles = useRehearsalStyles();
  const t = useText(directoryText);
  if (view.unknown.length === 0) return null;
  return (
    <Section title={t('unknown.title', { count: view.unknown.length })}>
      <p className={styles.sentence}>{t('unknown.body')}</p>
      <ul className={styles.rows}>
        {view.unknown.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </Section>
  );
}

function Found({ view }: { readonly view: RehearsalView }) {
  const styles = useRehearsalStyles();
  const t = useText(directoryText);
  const locale = useLocale();
  const [reasons, setReasons] = useState<Reasons>({});
  const open = view.state === 'ACTIVATED' ? 0 : stillOpen(view, reasons);
  return (
    <div className={styles.page}>
      <div>
        <Link href={hashOf({ page: 'rehearsals' })}>{t('view.back')}</Link>
        <PageHeading title={view.title} focusKey={`rehearsal ${view.id}`} />
        <div className={styles.brokenHead}>
          <RehearsalState state={view.state} />
          <span>{t('view.day', { day: dayText(view.effectiveOn, locale) })}</span>
        </div>
      </div>
      <Verdict view={view} open={open} />
      {view.state === 'REHEARSED' ? <ActivateButton view={view} open={open} reasons={reasons} /> : null}
      <BrokenList view={view} reasons={reasons} onReasons={setReasons} />
      <Orphaned view={view} />
      <Unknown view={view} />
      <ChangesCard view={view} />
    </div>
  );
}

function Loaded({ id }: { readonly id: string }) {
  const rehearsal = useRehearsal(id);
  if (rehearsal.isPending) return <LoadingState />;
  if (!rehearsal.data) return <ErrorState error={rehearsal.error} onRetry={() => void rehearsal.refetch()} />;
  return <Found view={rehearsal.data} />;
}

export function RehearsalPage({ id }: { readonly id: string }) {
  return (
    <ForThoseWhoMaySee>
      <Loaded id={id} />
    </ForThoseWhoMaySee>
  );
}
