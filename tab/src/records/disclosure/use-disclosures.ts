import type {
  DisclosureAct,
  Disclosures,
  DisclosureView,
  OpenDisclosure,
  Redact,
  Redactable,
  Redacted,
} from '@kaigi/core/contract';
import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../api/api-context.ts';
import type { OfItem } from '../../api/disclosure.ts';
import { useActionKey } from '../../api/use-action-key.ts';
import { useLastingMutation } from '../../api/use-lasting-mutation.ts';
import { useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { focusPageHeading } from '../../app/PageHeading.tsx';
import { disclosureText } from './text.ts';

/** One document of a request, or what was looked for. */
export type DisclosureItem = DisclosureView['items'][number];

const DISCLOSURES = ['disclosures'] as const;

/** What was asked for, and until when must it be decided? */
export function useDisclosures(): UseQueryResult<Disclosures> {
  const { disclosure } = useApi();
  return useQuery({ queryKey: [...DISCLOSURES, 'list'], queryFn: ({ signal }) => disclosure.list(signal) });
}

/** How does one request stand? */
export function useDisclosure(id: string): UseQueryResult<DisclosureView> {
  const { disclosure } = useApi();
  return useQuery({ queryKey: [...DISCLOSURES, 'one', id], queryFn: ({ signal }) => disclosure.read(id, signal) });
}

/** What does a document say? Each reading stands in a log, so it is not asked again without need. */
export function useWords({ id, itemId }: OfItem): UseQueryResult<Redactable> {
  const { disclosure } = useApi();
  return useQuery({
    queryKey: ['disclosure-words', id, itemId],
    queryFn: ({ signal }) => disclosure.words({ id, itemId }, signal),
    staleTime: 'static',
    gcTime: 0,
  });
}

export function useOpenDisclosure() {
  const { disclosure } = useApi();
  const queries = useQueryClient();
  const { keyOf, forget } = useActionKey();
  return useLastingMutation({
    mutationFn: (input: OpenDisclosure): Promise<DisclosureView> => disclosure.open(input, keyOf(input)),
    onSuccess: () => forget(),
    onSettled: () => void queries.invalidateQueries({ queryKey: DISCLOSURES }),
  });
}

/** Each act without the version it stands on. */
export type DisclosureWish = DisclosureAct extends infer A
  ? A extends DisclosureAct
    ? Omit<A, 'version'>
    : never
  : never;

/** Whose button is gone once they are done. */
const GONE = new Set<DisclosureWish['act']>([
  ...(['drop', 'corrected', 'decide', 'withdraw', 'dismiss', 'refer', 'advised', 'rule'] as const),
]);

export interface ActProps {
  readonly view: DisclosureView;
  readonly onClose: () => void;
}

function useActOrder(id: string) {
  const { disclosure } = useApi();
  const queries = useQueryClient();
  const { keyOf, forget } = useActionKey();
  return useLastingMutation({
    mutationFn: (act: DisclosureAct): Promise<DisclosureView> => disclosure.act(id, act, keyOf(act)),
    onSuccess: (view) => {
      forget();
      queries.setQueryData([...DISCLOSURES, 'one', view.id], view);
    },
    // Refused because somebody was faster, it is looked at again as well.
    onSettled: () => void queries.invalidateQueries({ queryKey: DISCLOSURES }),
  });
}

/** Does one thing to the request as it stands now, says so, and closes; where it fails, nothing closes. */
export function useDisclosureAct({ view, onClose }: ActProps) {
  const t = useText(disclosureText);
  const notify = useNotice();
  const order = useActOrder(view.id);
  const send = (wish: DisclosureWish) =>
    order.mutate({ ...wish, version: view.version } as DisclosureAct, {
      onSuccess: () => {
        notify({ text: t(`done.${wish.act}`), intent: 'success' });
        onClose();
        if (GONE.has(wish.act)) focusPageHeading();
      },
    });
  return { order, send };
}

export function useRedact(of: OfItem) {
  const { disclosure } = useApi();
  const queries = useQueryClient();
  const { keyOf, forget } = useActionKey();
  return useLastingMutation({
    mutationFn: (body: Redact): Promise<Redacted> => disclosure.redact(of, body, keyOf(body)),
    onSuccess: () => forget(),
    onSettled: () => void queries.invalidateQueries({ queryKey: DISCLOSURES }),
  });
}
