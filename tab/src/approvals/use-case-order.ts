import type { CaseView } from '@kaigi/core/contract';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { type ActionKey, actionKeyFor } from '../api/action-key.ts';
import { useApi } from '../api/api-context.ts';
import type { CaseOrder } from '../api/client.ts';
import { isConflict, isPassing, presentOf } from '../api/problem.ts';
import { useLastingMutation } from '../api/use-lasting-mutation.ts';

interface CaseOrderCallbacks {
  readonly onDone: (view: CaseView) => void;
  /** The case had moved on; its present state is already on the page. */
  readonly onStale: (error: unknown) => void;
  readonly onFailed: (error: unknown) => void;
}

export interface CaseOrderHandle {
  readonly busy: boolean;
  /** Does nothing while an order is under way: a second press is the same press. */
  send(order: CaseOrder, callbacks: CaseOrderCallbacks): void;
}

async function show(queries: QueryClient, id: string, view: CaseView | null): Promise<void> {
  const key = ['case', id, 'view'];
  await queries.cancelQueries({ queryKey: key });
  if (view) queries.setQueryData(key, view);
  else void queries.invalidateQueries({ queryKey: key });
  void queries.invalidateQueries({ queryKey: ['case', id, 'history'] });
  void queries.invalidateQueries({ queryKey: ['cases'] });
  void queries.invalidateQueries({ queryKey: ['stats'] });
  void queries.invalidateQueries({ queryKey: ['register'] });
}

/** Orders something about one case, and shows what came of it. */
export function useCaseOrder(id: string): CaseOrderHandle {
  const api = useApi();
  const queries = useQueryClient();
  const actionKey = useRef<ActionKey | null>(null);
  const underWay = useRef(false);
  const { mutate, isPending } = useLastingMutation({
    mutationFn: (order: CaseOrder) => {
      actionKey.current = actionKeyFor(actionKey.current, order, () => crypto.randomUUID());
      return api.order(id, order, actionKey.current.key);
    },
    onSettled: () => {
      underWay.current = false;
    },
    onSuccess: async (view) => {
      actionKey.current = null;
      await show(queries, view.id, view);
    },
    onError: async (error) => {
      // A plain refusal has done nothing: the next try is a new one, and not the echo of this answer.
      if (!isPassing(error)) actionKey.current = null;
      if (isConflict(error)) await show(queries, id, presentOf<CaseView>(error, id));
    },
  });
  return {
    busy: isPending,
    send: (order, { onDone, onStale, onFailed }) => {
      if (underWay.current) return;
      underWay.current = true;
      mutate(order, {
        onSuccess: onDone,
        onError: (error) => (presentOf(error, id) ? onStale(error) : onFailed(error)),
      });
    },
  };
}
