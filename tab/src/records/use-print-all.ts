import { useEffect, useState } from 'react';

interface Progress {
  readonly hasNextPage: boolean;
  readonly isError: boolean;
}

export interface PrintableList extends Progress {
  fetchNextPage(): Promise<Progress>;
}

/** A change told meanwhile breaks off the page under way: then it is asked for again. */
async function loadAll(list: PrintableList): Promise<boolean> {
  let now: Progress = list;
  while (now.hasNextPage) {
    now = await list.fetchNextPage();
    if (now.isError) return false;
  }
  return true;
}

/** Prints the whole list: what is not yet on the page is fetched first. */
export function usePrintAll(list: PrintableList): { readonly busy: boolean; print(): void } {
  const [state, setState] = useState<'idle' | 'loading' | 'ready'>('idle');
  useEffect(() => {
    // Only now are all rows on the page.
    if (state !== 'ready') return;
    setState('idle');
    window.print();
  }, [state]);
  const print = (): void => {
    setState('loading');
    void loadAll(list).then((all) => setState(all ? 'ready' : 'idle'));
  };
  return { busy: state !== 'idle', print };
}
