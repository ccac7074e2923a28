import type { CaseSummary } from '@kaigi/core/contract';
import { useMemo } from 'react';
import { useMatters } from '../../regulations/use-matters.ts';
import type { GroupOf } from './inbox.ts';

/** To which group of matters does a case belong, by the regulations in force? */
export function useMatterGroups(): GroupOf {
  const matters = useMatters().data;
  return useMemo(() => {
    const groups = new Map(matters?.items.map(({ code, group }) => [code, group]));
    return (item: CaseSummary) => groups.get(item.matterCode) ?? null;
  }, [matters]);
}
