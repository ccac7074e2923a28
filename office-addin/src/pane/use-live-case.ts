import { useEffect } from 'react';
import { listen } from '../api/changes.ts';
import type { ApiClient } from '../api/client.ts';
import { usePane, usePaneState } from '../parts/pane-context.ts';

const POLL_MS = 20_000;

/** Keeps the shown case up to date: by the stream of changes, by a slow poll, and when the pane is looked at again. */
export function useLiveCase(api: ApiClient): void {
  const { model } = usePane();
  const state = usePaneState();
  const caseId = state.stage === 'case' ? state.view.id : undefined;
  useEffect(() => {
    if (caseId === undefined) return;
    const ended = new AbortController();
    const refresh = () => void model.case.refresh();
    void listen({
      open: (signal) => api.changes(signal),
      onChange: (event) => {
        if (event.id === caseId) refresh();
      },
      onConnect: refresh,
      signal: ended.signal,
    });
    const poll = setInterval(refresh, POLL_MS);
    const onShow = () => {
      if (document.visibilityState === 'visible') refresh();
    };
    document.addEventListener('visibilitychange', onShow);
    window.addEventListener('online', refresh);
    return () => {
      ended.abort();
      clearInterval(poll);
      document.removeEventListener('visibilitychange', onShow);
      window.removeEventListener('online', refresh);
    };
  }, [api, caseId, model]);
}
