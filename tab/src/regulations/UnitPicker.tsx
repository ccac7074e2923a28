import { Field, Option } from '@fluentui/react-components';
import { type FocusEvent, useState } from 'react';
import { useLocale, useText } from '../app/locale.ts';
import { useMe } from '../app/use-me.ts';
import { WordsCombobox } from '../app/WordsCombobox.tsx';
import { useDirectorySearch } from '../approvals/use-directory-search.ts';
import { useRegulationsStyles } from './Regulations.styles.ts';
import { regulationsText } from './text.ts';

/** The unit in which it would be drafted; null: one's own. */
export interface AskedUnit {
  readonly id: string;
  readonly label: string;
}

export interface UnitPickerProps {
  readonly unit: AskedUnit | null;
  readonly onUnit: (unit: AskedUnit | null) => void;
}

const OWN = 'own';
const KINDS = ['unit'] as const;

/** Own unit until another one is looked for. */
export function UnitPicker({ unit, onUnit }: UnitPickerProps) {
  const styles = useRegulationsStyles();
  const t = useText(regulationsText);
  /** What is being searched for; null while nobody types. */
  const [typed, setTyped] = useState<string | null>(null);
  const search = useDirectorySearch(typed ?? '', { kinds: KINDS, locale: useLocale() });
  const ownName = useMe().data?.posts[0]?.unitName ?? '';
  const own = ownName === '' ? t('unit.own') : t('unit.own.named', { name: ownName });
  const words = (typed ?? '').trim();
  const found = words === '' ? [] : (search.data ?? []);
  const handlePick = (key: string | undefined) => {
    const one = found.find(({ id }) => id === key);
    if (!one && key !== OWN) return;
    setTyped(null);
    onUnit(one ? { id: one.id, label: one.label } : null);
  };
  const nothing = search.isError ? 'unit.failed' : search.isFetching ? 'unit.busy' : 'unit.none';
  return (
    <Field label={t('unit.label')} hint={t('unit.help')}>
      <WordsCombobox
        className={styles.picker}
        value={typed ?? unit?.label ?? own}
        selectedOptions={[unit?.id ?? OWN]}
        onWords={setTyped}
        onClosed={() => setTyped(null)}
        onOptionSelect={(_, { optionValue }) => handlePick(optionValue)}
        listbox={{ className: styles.popup }}
        input={
          {
            'data-testid': 'unit-picker',
            onFocus: (event: FocusEvent<HTMLInputElement>) => event.currentTarget.select(),
          } as object
        }
      >
        <Option key={OWN} value={OWN} text={own}>
          {own}
        </Option>
        {found.map(({ id, label }) => (
          <Option key={id} value={id} text={label}>
            {label}
          </Option>
        ))}
        {words !== '' && found.length === 0 ? (
          <Option key="none" value="" text={t(nothing)} disabled>
            {t(nothing)}
          </Option>
        ) : null}
        {words === '' ? (
          <Option key="type" value="" text={t('unit.type')} disabled>
            {t('unit.type')}
          </Option>
        ) : null}
      </WordsCombobox>
    </Field>
  );
}
