import { Field, Option } from '@fluentui/react-components';
import { useState } from 'react';
import { useLocale, useText } from '../app/locale.ts';
import { goTo } from '../app/use-route.ts';
import { WordsCombobox } from '../app/WordsCombobox.tsx';
import { Section } from '../approvals/Section.tsx';
import { approvalsText } from '../approvals/text.ts';
import { useDirectorySearch } from '../approvals/use-directory-search.ts';
import { useAttendanceStyles } from './Attendance.styles.ts';
import { useClosingStyles } from './Closing.styles.ts';
import { closingText } from './closing-text.ts';

/** Leads to one person's month, closed or not. */
export function FindPerson({ month }: { readonly month: string }) {
  const styles = useAttendanceStyles();
  const closing = useClosingStyles();
  const t = useText(closingText);
  const picker = useText(approvalsText);
  const locale = useLocale();
  const [words, setWords] = useState('');
  const search = useDirectorySearch(words, { kinds: ['staff'], locale });
  const found = words.trim() === '' ? [] : (search.data ?? []);
  const state = search.isError ? 'failed' : search.isFetching ? 'busy' : words.trim() === '' ? 'type' : 'none';
  const handlePick = (id: string | undefined) => {
    if (id) goTo({ page: 'closing', month, staffId: id });
  };
  return (
    <Section title={t('unlock.find')}>
      <p className={styles.lead}>{t('unlock.find.body')}</p>
      <Field label={t('unlock.staff')} className={closing.search}>
        <WordsCombobox
          className={styles.input}
          freeform
          value={words}
          selectedOptions={[]}
          placeholder={picker('act.picker.placeholder')}
          onWords={setWords}
          onOptionSelect={(_, { optionValue }) => handlePick(optionValue)}
          input={{ 'data-testid': 'find-person' } as object}
        >
          {found.map(({ id, label }) => (
            <Option key={id} value={id} text={label}>
              {label}
            </Option>
          ))}
          {found.length === 0 ? (
            <Option key="none" value="" text={picker(`act.picker.${state}`)} disabled>
              {picker(`act.picker.${state}`)}
            </Option>
          ) : null}
        </WordsCombobox>
      </Field>
    </Section>
  );
}
