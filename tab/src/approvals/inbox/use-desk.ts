import type { CaseSummary } from '@kaigi/core/contract';
import { useEffect, useMemo, useState } from 'react';
import { useNow } from '../../app/use-now.ts';
import { type GroupOf, type InboxFilter, NO_FILTER, passes, SECTIONS, type SectionKey, sectionOf } from './inbox.ts';

export interface Desk {
  readonly section: SectionKey;
  readonly counts: Readonly<Record<SectionKey, number>>;
  readonly filter: InboxFilter;
  /** All of the section, and what the filter leaves of it. */
  readonly items: readonly CaseSummary[];
  readonly visible: readonly CaseSummary[];
  readonly ids: readonly string[];
  readonly chosen: string | null;
  readonly now: number;
  show(section: SectionKey): void;
  sift(filter: InboxFilter): void;
  choose(id: string | null): void;
}

function countsOf(items: readonly CaseSummary[]): Record<SectionKey, number> {
  const counts: Record<SectionKey, number> = { todo: 0, consult: 0, reading: 0, answers: 0, standIn: 0 };
  for (const item of items) counts[sectionOf(item)] += 1;
  return counts;
}

/** What is shown of the inbox, and which case lies open beside it. */
export function useDesk(all: readonly CaseSummary[], groupOf: GroupOf): Desk {
  const now = useNow();
  const [wanted, setWanted] = useState<SectionKey | null>(null);
  const [filter, setFilter] = useState(NO_FILTER);
  const [chosen, setChosen] = useState<string | null>(null);
  const counts = useMemo(() => countsOf(all), [all]);
  const section = wanted ?? SECTIONS.find((key) => counts[key] > 0) ?? 'todo';
  const items = useMemo(() => all.filter((item) => sectionOf(item) === section), [all, section]);
  const visible = items.filter((item) => passes(item, { filter, groupOf, now }));
  const ids = visible.map(({ id }) => id);
  const first = ids[0] ?? null;
  // Once shown it stays open, whatever arrives above it.
  useEffect(() => {
    if (chosen === null && first !== null) setChosen(first);
  }, [chosen, first]);
  useEffect(() => {
    if (wanted === null && all.length > 0) setWanted(section);
  }, [wanted, all.length, section]);
  return {
    section,
    counts,
    filter,
    items,
    visible,
    ids,
    chosen,
    now,
    show: (next) => {
      setWanted(next);
      setFilter(NO_FILTER);
      setChosen(null);
    },
    sift: (next) => {
      setFilter(next);
      setChosen(null);
    },
    choose: setChosen,
  };
}
