import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useApi } from '../api/api-context.ts';

export interface Addressee {
  readonly kind: 'POST' | 'UNIT';
  readonly id: string;
  readonly name: string;
  readonly people: readonly string[];
}

const TYPING_MS = 350;
const SHORTEST = 2;

/** Posts or sections found by name; nothing is asked before two letters are typed. */
export function useAddressees(kind: Addressee['kind'], typed: string): UseQueryResult<Addressee[]> {
  const api = useApi();
  const [q, setQ] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setQ(typed.trim()), TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return useQuery({
    queryKey: ['directory', kind, q],
    enabled: q.length >= SHORTEST,
    staleTime: 60_000,
    queryFn: async ({ signal }): Promise<Addressee[]> => {
      if (kind === 'POST') {
        const { items } = await api.approvals.posts(q, signal);
        return items.map(({ postId, unitName, title, holders }) => ({
          kind,
          id: postId,
          name: `${unitName} ${title}`,
          people: holders.map(({ name }) => name),
        }));
      }
      const { items } = await api.approvals.units(q, signal);
      return items.map(({ unitId, name, head }) => ({
        kind,
        id: unitId,
        name,
        people: head?.holders.map((holder) => holder.name) ?? [],
      }));
    },
  });
}
