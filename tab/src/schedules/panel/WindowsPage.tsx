import { Field, Link, Select } from '@fluentui/react-components';
import type { WindowsView } from '@kaigi/core/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { whenText as momentText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { PageHeading } from '../../app/PageHeading.tsx';
import { ErrorState, LoadingState } from '../../app/PageStates.tsx';
import { hashOf } from '../../app/routes.ts';
import { goTo } from '../../app/use-route.ts';
import { SchedulesParts } from '../SchedulesParts.tsx';
import { useDialogStyles } from '../week/Dialogs.styles.ts';
import { ExplanationRow } from './ExplanationRow.tsx';
import { usePanelStyles } from './Panel.styles.ts';
import { panelText } from './text.ts';
import { useWindows, windowsKey } from './use-panel.ts';
import { Weekly } from './Weekly.tsx';

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

interface ListProps extends Pick<WindowsView, 'explanations'> {
  readonly title: string;
  readonly none: string;
  readonly at: 'windows' | 'asked';
}

function Explanations({ explanations, title, none, at }: ListProps) {
  const styles = useDialogStyles();
  return (
    <section
      aria-label={title}
      className={styles.stack}
      data-testid={at === 'asked' ? 'windows-mine' : 'windows-asked'}
    >
      <h2 className={styles.heading}>{title}</h2>
      {explanations.length === 0 ? <p className={styles.small}>{none}</p> : null}
      <ul className={styles.items}>
        {explanations.map((one) => (
          <ExplanationRow key={one.explanationId} one={one} at={at} />
        ))}
      </ul>
    </section>
  );
}

function Whose({ view: { person, people } }: { readonly view: WindowsView }) {
  const styles = usePanelStyles();
  const t = useText(panelText);
  const isListed = people.some(({ staffId }) => staffId === person.staffId);
  const all = isListed ? people : [{ ...person, waiting: 0 }, ...people];
  if (all.length < 2) return null;
  return (
    <Field label={t('windows.whose')} className={styles.whose}>
      <Select
        value={person.staffId}
        onChange={(_, { value }) => goTo({ page: 'schedules', part: 'windows', staffId: value })}
        select={{ 'data-testid': 'window-whose' } as object}
      >
        {all.map(({ staffId, postTitle, name, waiting }) => (
          <option key={staffId} value={staffId}>
            {postTitle} {name}
            {waiting > 0 ? t('windows.whose.waiting', { count: waiting }) : ''}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** Who hears no explanations every week books some: at the page of the case. */
function HowToBook() {
  const styles = usePanelStyles();
  const dialog = useDialogStyles();
  const t = useText(panelText);
  return (
    <div className={dialog.stack} data-testid="windows-how">
      <p className={dialog.none}>{t('windows.how')}</p>
      <span className={styles.links}>
        {(['inbox', 'drafted'] as const).map((box) => (
          <Link key={box} href={hashOf({ page: 'list', box, q: '' })}>
            {t(`windows.how.${box}`)}
          </Link>
        ))}
      </span>
    </div>
  );
}

function Shown({ view }: { readonly view: WindowsView }) {
  const styles = useDialogStyles();
  const t = useText(panelText);
  const { mayEdit, isOwn, items, explanations, asked, history } = view;
  const onlyAsks = isOwn && items.length === 0;
  return (
    <div className={styles.stack}>
      <Whose view={view} />
      {onlyAsks ? <HowToBook /> : null}
      {onlyAsks || asked.length > 0 ? (
        <Explanations explanations={asked} title={t('windows.mine')} none={t('windows.mine.none')} at="asked" />
      ) : null}
      {mayEdit && !(onlyAsks && explanations.length === 0) ? (
        <Explanations explanations={explanations} title={t('windows.asked')} none={t('explain.none')} at="windows" />
      ) : null}
      <Weekly view={view} />
      {mayEdit && !(onlyAsks && history.length === 0) ? <History history={history} /> : null}
    </div>
  );
}

/** Where somebody landed they stay, although another calendar may wait for them by then. */
function useLanded(staffId: string | null, view: WindowsView | undefined): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (staffId !== null || !view || view.isOwn) return;
    queries.setQueryData(windowsKey(view.person.staffId), view);
    goTo({ page: 'schedules', part: 'windows', staffId: view.person.staffId }, 'replace');
  }, [staffId, view, queries]);
}

/** S-10: when somebody hears explanations every week, and what is booked, kept by themselves or their secretary. */
export function WindowsPage({ staffId }: { readonly staffId: string | null }) {
  const styles = usePanelStyles();
  const t = useText(panelText);
  const { data, isPending, error, refetch } = useWindows(staffId);
  useLanded(staffId, data);
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
