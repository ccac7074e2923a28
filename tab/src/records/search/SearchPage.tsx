import { useText } from '../../app/locale.ts';
import { PageHeading } from '../../app/PageHeading.tsx';
import type { Wish } from '../../app/record-routes.ts';
import { goTo } from '../../app/use-route.ts';
import { RecordsParts } from '../RecordsParts.tsx';
import { Found } from './Found.tsx';
import { useSearchStyles } from './Search.styles.ts';
import { SearchFields } from './SearchFields.tsx';
import { searchText } from './text.ts';
import { isLongEnough } from './use-search.ts';

/** 文書を探す: conditions, and what was found. The address holds the conditions. */
export function SearchPage({ wish }: { readonly wish: Wish }) {
  const styles = useSearchStyles();
  const t = useText(searchText);
  return (
    <div className={styles.page}>
      <RecordsParts current="search" />
      <PageHeading title={t('page.title')} focusKey="records/search" />
      <p className={styles.lead}>{t('page.lead')}</p>
      <SearchFields wish={wish} onWish={(next) => goTo({ page: 'records', part: 'search', id: null, wish: next })} />
      {isLongEnough(wish.q) ? <Found wish={wish} /> : null}
    </div>
  );
}
