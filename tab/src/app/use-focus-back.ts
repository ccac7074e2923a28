import { useEffect, useState } from 'react';
import { focusPageHeading } from './PageHeading.tsx';

const isNowhere = (): boolean => document.activeElement === null || document.activeElement === document.body;

/**
 * Of a dialog that is drawn only while it is open: once it is put away the focus is where it was before, and where that is
 * gone, on the heading of the page. Fluent gives it back only to a trigger inside the dialog's own tree.
 */
export function useFocusBack(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // Whoever has been led elsewhere meanwhile stays there.
      if (isNowhere() && before instanceof HTMLElement) before.focus();
      if (isNowhere()) focusPageHeading({ preventScroll: true });
    },
    [before],
  );
}
