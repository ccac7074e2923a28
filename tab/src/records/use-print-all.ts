import { useEffect, useState } from 'react';

export interface PrintableList {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly isError: boolean;
  fetchNextPage(): unknown;
}

/** Prints the whole list: what is not yet on the page is fetched first. */
export function usePrintAll(list: PrintableList): { readonly busy: boolean; print(): void } {
  const [wanted, setWanted] = useState(false);
  const { hasNextPage, isFetchingNextPage, isError, fetchNextPage } = list;
  useEffect(() => {
    if (!wanted || isFetchingNextPage) return;
    if (isError) {
      setWanted(false);
    } else if (hasNextPage) {
      fetchNextPage();
    } else {
      setWanted(false);
      window.print();
    }
  }, [wanted, hasNextPage, isFetchingNextPage, isError, fetchNextPage]);
  return { busy: wanted, print: () => setWanted(true) };
}
