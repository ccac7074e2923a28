import { Option } from '@fluentui/react-components';
import { type FocusEvent, useEffect, useState } from 'react';
import { errorWords } from '../api/error-text.ts';
import { useLocale, useText } from '../app/locale.ts';
import { useMedia } from '../app/use-media.ts';
import { WordsCombobox } from '../app/WordsCombobox.tsx';
import { suggestedCode } from './classification.ts';
import { useDraftingStyles } from './Drafting.styles.ts';
import { HelpField } from './HelpField.tsx';
import { draftingText } from './text.ts';
import { useClassifications } from './use-classifications.ts';

const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

export interface ClassificationFieldProps {
  readonly code: string;
  readonly title: string;
  readonly ofMatter: string | null;
  readonly onCode: (code: string) => void;
  readonly problem: string | null;
}

/** 分類 with the period that follows from it; suggested until somebody chooses. */
export function ClassificationField({ code, title, ofMatter, onCode, problem }: ClassificationFieldProps) {
  const styles = useDraftingStyles();
  const t = useText(draftingText);
  const locale = useLocale();
  const plan = useClassifications(title);
  const isNarrow = useMedia('(max-width: 639px)');
  const [typed, setTyped] = useState<string | null>(null);
  /** The last suggestion that was put in; a class that somebody chose is not touched. */
  const [put, setPut] = useState('');
  const items = plan.data ?? [];
  const suggested = suggestedCode(items, ofMatter);
  useEffect(() => {
    if (suggested === '' || code === suggested || (code !== '' && code !== put)) return;
    setPut(suggested);
    onCode(suggested);
  }, [suggested, code, put, onCode]);
  const chosen = items.find((item) => item.code === code);
  const words = folded(typed ?? '')
    .split(/\s+/)
    .filter(Boolean);
  const found = items.filter((item) => words.every((word) => folded(`${item.path} ${item.code}`).includes(word)));
  const named = chosen ? `${chosen.path}（${chosen.code}）` : code;
  const kept = chosen
    ? t('classification.retention', { period: chosen.period[locale], article: chosen.article })
    : null;
  // One line of a phone has no room for the name of a class.
  const hint = kept !== null && isNarrow ? t('classification.whole', { name: named, kept }) : kept;
  const broken =
    plan.isError && !plan.data ? `${t('classification.error')} ${errorWords(plan.error, locale).sentence}` : null;
  return (
    <HelpField name="classification" required hint={hint} problem={broken ?? problem}>
      <WordsCombobox
        className={styles.fill}
        value={typed ?? named}
        selectedOptions={[code]}
        placeholder={t('classification.choose')}
        onWords={setTyped}
        onClosed={() => setTyped(null)}
        onOptionSelect={(_, { optionValue }) => {
          // Fluent also tells when typing no longer fits what is selected; that is no choice.
          if (!optionValue) return;
          setTyped(null);
          onCode(optionValue);
        }}
        listbox={{ style: { maxHeight: '50vh' } }}
        input={
          {
            'data-testid': 'classification',
            onFocus: (event: FocusEvent<HTMLInputElement>) => event.currentTarget.select(),
          } as object
        }
      >
        {found.map((item) => (
          <Option key={item.code} value={item.code} text={item.path}>
            {`${item.path}（${item.code}）`}
          </Option>
        ))}
      </WordsCombobox>
    </HelpField>
  );
}
