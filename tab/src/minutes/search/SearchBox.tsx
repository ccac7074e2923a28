import { Button, Field, Input } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useText } from '../../app/locale.ts';
import { goTo } from '../../app/use-route.ts';
import { useMinutesStyles } from '../Minutes.styles.ts';
import { searchText } from './text.ts';

/** The way from the list of meetings into the words of all of them. */
export function SearchBox() {
  const styles = useMinutesStyles();
  const t = useText(searchText);
  const [q, setQ] = useState('');
  return (
    <search>
      <form
        className={styles.filters}
        onSubmit={(event) => {
          event.preventDefault();
          goTo({ page: 'meetings', part: 'search', wish: { q: q.trim() } });
        }}
      >
        <Field label={t('box.label')} className={styles.grow}>
          <Input
            type="search"
            value={q}
            maxLength={200}
            placeholder={t('box.hint')}
            onChange={(_, { value }) => setQ(value)}
            data-testid="search-box"
          />
        </Field>
        <Button type="submit" icon={<SearchRegular />} data-testid="search-open">
          {t('box.send')}
        </Button>
      </form>
    </search>
  );
}
