import { SearchBox } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { useText } from '../app/locale.ts';
import { goTo } from '../app/use-route.ts';
import { useCaseListStyles } from './CaseList.styles.ts';
import { approvalsText } from './text.ts';

const TYPING_MS = 350;
const LONGEST = 100;

/** Searches while typing, but not while an input method is still composing its kanji. */
export function CaseSearch({ box, q }: { readonly box: 'all' | 'section'; readonly q: string }) {
  const styles = useCaseListStyles();
  const t = useText(approvalsText);
  const [typed, setTyped] = useState(q);
  const [composing, setComposing] = useState(false);
  const [shown, setShown] = useState(q);
  if (shown !== q) {
    setShown(q);
    if (q !== typed.trim()) setTyped(q);
  }
  useEffect(() => {
    if (composing || typed.trim() === q) return undefined;
    const timer = setTimeout(() => goTo({ page: 'list', box, q: typed.trim() }, 'replace'), TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed, composing, box, q]);
  return (
    <SearchBox
      className={styles.search}
      value={typed}
      maxLength={LONGEST}
      placeholder={t('list.search')}
      aria-label={t('list.search')}
      onChange={(_, { value }) => setTyped(value)}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
      data-testid="case-search"
    />
  );
}
