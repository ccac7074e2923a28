import { Link } from '@fluentui/react-components';
import { useText } from '../../app/locale.ts';
import { meetingHash, type SearchWish } from '../../app/meeting-routes.ts';
import { PageHeading } from '../../app/PageHeading.tsx';
import { goTo } from '../../app/use-route.ts';
import { useMinutesStyles } from '../Minutes.styles.ts';
import { Hits } from './Hits.tsx';
import { SearchFields } from './SearchFields.tsx';
import { searchText } from './text.ts';
import { isLongEnough } from './use-search.ts';

/** 会議録を探す: conditions, and what was found with its place. The address holds the conditions. */
export function SearchPage({ wish }: { readonly wish: SearchWish }) {
  const styles = useMinutesStyles();
  const t = useText(searchText);
  return (
    <div className={styles.page}>
      <div>
        <Link href={meetingHash({ page: 'meetings', part: 'list', box: 'MINE' })}>{t('page.back')}</Link>
      </div>
      <PageHeading title={t('page.title')} focusKey="meetings/search" />
      <p className={styles.lead}>{t('page.lead')}</p>
      <SearchFields wish={wish} onWish={(next) => goTo({ page: 'meetings', part: 'search', wish: next })} />
      {isLongEnough(wish.q) ? <Hits wish={wish} /> : null}
    </div>
  );
}
