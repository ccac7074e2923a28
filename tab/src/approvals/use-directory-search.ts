import type { Locale } from '@kaigi/core/shared';
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useApi } from '../api/api-context.ts';
import type { ApprovalsClient } from '../api/approvals.ts';
import { useSettled } from '../app/use-settled.ts';
import { listText } from '../app/words.ts';
import type { Picked } from './acts.ts';

const TYPING_MS = 250;
const SHOWN = 12;

interface Search {
  readonly api: ApprovalsClient;
  readonly q: string;
  readonly locale: Locale;
  readonly signal: AbortSignal;
}

const FINDERS: Readonly<Record<Picked['kind'], (search: Search) => Promise<Picked[]>>> = {
  staff: async ({ api, q, signal }) =>
    (await api.staff(q, signal)).items.map(({ staffId, name, posts }) => {
      const post = posts[0];
      const named = { name, postTitle: post?.title ?? '', unitName: post?.unitName ?? '' };
      return { kind: 'staff', id: staffId, label: post ? `${name}（${post.unitName} ${post.title}）` : name, named };
    }),
  post: async ({ api, q, locale, signal }) =>
    (await api.posts(q, signal)).items.map(({ postId, unitName, title, holders }) => {
      const names = listText(
        holders.map(({ name }) => name),
        locale,
      );
      return { kind: 'post', id: postId, label: `${unitName} ${title}${names === '' ? '' : `: ${names}`}` };
    }),
  unit: async ({ api, q, signal }) =>
    (await api.units(q, signal)).items.map(({ unitId, name }) => ({ kind: 'unit', id: unitId, label: name })),
};

/** Who or what in the directory is meant by these words? */
export function useDirectorySearch(
  words: string,
  { kinds, locale }: { readonly kinds: readonly Picked['kind'][]; readonly locale: Locale },
): UseQueryResult<Picked[]> {
  const api = useApi().approvals;
  const q = useSettled(words.trim(), TYPING_MS);
  return useQuery({
    queryKey: ['directory', kinds, q, locale],
    enabled: q !== '',
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    queryFn: async ({ signal }) => {
      const found = await Promise.all(kinds.map((kind) => FINDERS[kind]({ api, q, locale, signal })));
      return found.flatMap((items) => items.slice(0, SHOWN));
    },
  });
}
