import { Button } from '@fluentui/react-components';
import { CheckmarkCircleRegular, FilterDismissRegular } from '@fluentui/react-icons';
import type { CaseView } from '@kaigi/core/contract';
import { type RefObject, useRef, useState } from 'react';
import { useText } from '../../app/locale.ts';
import { EmptyState } from '../../app/PageStates.tsx';
import { goTo } from '../../app/use-route.ts';
import type { ActKind } from '../act-shapes.ts';
import type { ActsHandle } from '../CaseActs.tsx';
import { BulkBar } from './BulkBar.tsx';
import { useInboxStyles } from './Inbox.styles.ts';
import { InboxFilters } from './InboxFilters.tsx';
import { InboxPane } from './InboxPane.tsx';
import { InboxRow } from './InboxRow.tsx';
import { type GroupOf, isFiltering, NO_FILTER, neighbour, opensNext, step } from './inbox.ts';
import type { InboxCommand } from './inbox-keys.ts';
import { inboxText } from './text.ts';
import type { Desk } from './use-desk.ts';
import { useInboxKeys } from './use-inbox-keys.ts';

export interface InboxDeskProps {
  readonly desk: Desk;
  readonly groupOf: GroupOf;
  readonly wide: boolean;
  readonly letters: boolean;
  readonly truncated: boolean;
}

const ACTS: Readonly<Partial<Record<InboxCommand, readonly ActKind[]>>> = {
  approve: ['approve', 'consent', 'confirmPostReview', 'markRead', 'deputyDecide'],
  return: ['sendBack'],
  question: ['ask'],
};

interface Ticks {
  readonly ids: readonly string[];
  set(id: string, ticked: boolean): void;
  replace(ids: readonly string[]): void;
}

function useTicks({ visible }: Desk): Ticks {
  const [ticked, setTicked] = useState<readonly string[]>([]);
  // What has left the list, or may no longer be approved together, is not ticked either.
  const ids = ticked.filter((id) => visible.some((item) => item.id === id && item.mayBulkApprove));
  return {
    ids,
    set: (id, on) => setTicked((before) => (on ? [...before, id] : before.filter((other) => other !== id))),
    replace: setTicked,
  };
}

function focusRow(list: RefObject<HTMLElement | null>, id: string): void {
  const row = list.current?.querySelector<HTMLElement>(`[data-case-id="${CSS.escape(id)}"]`);
  row?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: 'nearest' });
}

function Nothing({ desk }: { readonly desk: Desk }) {
  const t = useText(inboxText);
  if (!isFiltering(desk.filter)) {
    return (
      <EmptyState
        icon={<CheckmarkCircleRegular />}
        title={t('inbox.empty.section')}
        body={t('inbox.empty.section.body')}
      />
    );
  }
  return (
    <EmptyState
      icon={<FilterDismissRegular />}
      title={t('inbox.empty.filter')}
      body={t('inbox.empty.filter.body')}
      action={<Button onClick={() => desk.sift(NO_FILTER)}>{t('inbox.filters.clear')}</Button>}
    />
  );
}

interface ListProps extends Pick<InboxDeskProps, 'desk' | 'wide' | 'truncated'> {
  readonly ticks: Ticks;
  readonly list: RefObject<HTMLUListElement | null>;
}

function List({ desk, wide, truncated, ticks, list }: ListProps) {
  const styles = useInboxStyles();
  const t = useText(inboxText);
  const { visible, items, chosen, now } = desk;
  const counts = { count: visible.length, of: items.length };
  return (
    <>
      <p className={styles.count} role="status" data-testid="inbox-count">
        {t(visible.length === items.length ? 'inbox.count' : 'inbox.count.filtered', counts)}{' '}
        {truncated ? t('inbox.truncated', { count: items.length }) : null}
      </p>
      {visible.length === 0 ? <Nothing desk={desk} /> : null}
      <ul ref={list} className={styles.list} aria-label={t('inbox.list')} hidden={visible.length === 0}>
        {visible.map((item) => (
          <InboxRow
            key={item.id}
            item={item}
            now={now}
            chosen={wide && item.id === chosen}
            ticked={ticks.ids.includes(item.id)}
            onTick={ticks.set}
            onChoose={wide ? desk.choose : null}
          />
        ))}
      </ul>
    </>
  );
}

export function InboxDesk({ desk, groupOf, wide, letters, truncated }: InboxDeskProps) {
  const styles = useInboxStyles();
  const list = useRef<HTMLUListElement>(null);
  const acts = useRef<ActsHandle>(null);
  const ticks = useTicks(desk);
  const { ids, chosen } = desk;
  const choose = (id: string | null): boolean => {
    if (id === null) return false;
    desk.choose(id);
    focusRow(list, id);
    return true;
  };
  const handleActed = (kind: ActKind, view: CaseView) => {
    const next = neighbour(ids, view.id);
    if (opensNext(kind, view) && next !== null) desk.choose(next);
  };
  const tick = (id: string): boolean => {
    ticks.set(id, !ticks.ids.includes(id));
    return true;
  };
  const handleCommand = (command: InboxCommand): boolean => {
    if (command === 'down' || command === 'up') return choose(step(ids, chosen, command === 'down' ? 1 : -1));
    if (command === 'next') return choose(chosen === null ? (ids[0] ?? null) : neighbour(ids, chosen));
    if (chosen === null) return false;
    if (command === 'select') return tick(chosen);
    if (command !== 'open') return acts.current?.start(ACTS[command] ?? []) ?? false;
    goTo({ page: 'case', id: chosen });
    return true;
  };
  useInboxKeys({ list, letters: letters && wide, onCommand: (command) => wide && handleCommand(command) });
  return (
    <div className={styles.desk}>
      <div className={styles.side}>
        <InboxFilters items={desk.items} groupOf={groupOf} filter={desk.filter} onFilter={desk.sift} />
        <BulkBar items={desk.visible} ticked={ticks.ids} onTicked={ticks.replace} />
        <List desk={desk} wide={wide} truncated={truncated} ticks={ticks} list={list} />
      </div>
      {wide && chosen !== null ? (
        <InboxPane
          key={chosen}
          id={chosen}
          handle={acts}
          onActed={handleActed}
          focusAfterwards={() => focusRow(list, neighbourOrSelf(ids, chosen))}
        />
      ) : null}
    </div>
  );
}

/** After an act the next row is chosen; its line takes the focus. */
const neighbourOrSelf = (ids: readonly string[], id: string): string => neighbour(ids, id) ?? id;
