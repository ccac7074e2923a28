import { Button } from '@fluentui/react-components';
import { FilterDismissRegular, PeopleRegular } from '@fluentui/react-icons';
import type { PresenceBoard, PresenceState } from '@kaigi/core/contract';
import { localTimeOf } from '@kaigi/core/shared';
import { useId, useState } from 'react';
import { useText } from '../app/locale.ts';
import { PageHeading } from '../app/PageHeading.tsx';
import { EmptyState, ErrorState, LoadingState } from '../app/PageStates.tsx';
import { useMe } from '../app/use-me.ts';
import { Filters, Units } from './Filters.tsx';
import { PersonCard } from './PersonCard.tsx';
import { usePresenceStyles } from './Presence.styles.ts';
import { found, type Group, groupsOf, lastAsked } from './presence-rows.ts';
import { presenceText } from './text.ts';
import { useNudges, usePresence } from './use-presence.ts';
import { AskedOfMe, WhereIAm } from './WhereIAm.tsx';

const AT_ONCE = 200;

type Asked = ReturnType<typeof lastAsked>;

function People({ group, asked }: { readonly group: Group; readonly asked: Asked }) {
  const styles = usePresenceStyles();
  const t = useText(presenceText);
  const id = useId();
  const title = t('presence.group', { state: t(`presence.state.${group.state}`), count: group.count });
  return (
    <section className={styles.group} aria-labelledby={id} data-testid={`group-${group.state}`}>
      <h2 id={id} className={styles.groupTitle}>
        {title}
      </h2>
      <ul className={styles.people}>
        {group.rows.map((row) => (
          <PersonCard key={row.person.staffId} row={row} nudge={asked.get(row.person.staffId)} />
        ))}
      </ul>
    </section>
  );
}

interface EverybodyProps {
  readonly board: PresenceBoard;
  readonly asked: Asked;
}

function Everybody({ board, asked }: EverybodyProps) {
  const styles = usePresenceStyles();
  const t = useText(presenceText);
  const [state, setState] = useState<PresenceState | null>(null);
  const [typed, setTyped] = useState('');
  const [most, setMost] = useState(AT_ONCE);
  const { items, counts, at } = board;
  if (items.length === 0)
    return <EmptyState icon={<PeopleRegular />} title={t('presence.empty')} body={t('presence.empty.body')} />;
  const rows = found(items, typed).filter((row) => state === null || row.state === state);
  const left = rows.length - most;
  return (
    <>
      <Filters counts={counts} state={state} typed={typed} onState={setState} onTyped={setTyped} />
      <p className={styles.count} role="status" data-testid="presence-count">
        {t('presence.count', { count: rows.length, time: localTimeOf(new Date(at)) })}
      </p>
      {rows.length === 0 ? (
        <EmptyState
          icon={<FilterDismissRegular />}
          title={t('presence.empty.filter')}
          body={t('presence.empty.filter.body')}
        />
      ) : null}
      <div className={styles.groups}>
        {groupsOf(rows, most).map((group) => (
          <People key={group.state} group={group} asked={asked} />
        ))}
      </div>
      {left > 0 ? (
        <Button onClick={() => setMost(most + AT_ONCE)} data-testid="presence-more">
          {t('presence.more', { count: left })}
        </Button>
      ) : null}
    </>
  );
}

function Body() {
  const [unit, setUnit] = useState<string | null>(null);
  const board = usePresence(unit);
  const nudges = useNudges().data?.items ?? [];
  const me = useMe().data?.staffId ?? '';
  if (board.isPending) return <LoadingState />;
  if (!board.data) return <ErrorState error={board.error} onRetry={() => void board.refetch()} />;
  return (
    <>
      <AskedOfMe nudges={nudges} />
      <WhereIAm />
      <Units board={board.data} unit={unit} onUnit={setUnit} />
      <Everybody key={unit} board={board.data} asked={lastAsked(nudges, me)} />
    </>
  );
}

/** 「在席」: the team today. */
export function PresencePage() {
  const styles = usePresenceStyles();
  const t = useText(presenceText);
  return (
    <div className={styles.page}>
      <PageHeading title={t('presence.title')} focusKey="presence" />
      <p className={styles.lead}>{t('presence.lead')}</p>
      <Body />
    </div>
  );
}
