import { Field, InfoLabel, Option, OptionGroup } from '@fluentui/react-components';
import type { MattersView } from '@kaigi/core/contract';
import { type FocusEvent, useState } from 'react';
import { useText } from '../app/locale.ts';
import { WordsCombobox } from '../app/WordsCombobox.tsx';
import { matterGroups, matterOf } from './matters.ts';
import { useRegulationsStyles } from './Regulations.styles.ts';
import { regulationsText } from './text.ts';

export interface MatterPickerProps {
  readonly matters: MattersView;
  readonly code: string;
  readonly onCode: (code: string) => void;
  readonly label?: string;
  readonly testId?: string;
}

/** The matters of the regulations, by group; typing searches. */
export function MatterPicker({ matters, code, onCode, label, testId = 'matter-picker' }: MatterPickerProps) {
  const styles = useRegulationsStyles();
  const t = useText(regulationsText);
  /** What is being searched for; null while nobody types. */
  const [typed, setTyped] = useState<string | null>(null);
  const matter = matterOf(matters, code);
  const groups = matterGroups(matters.items, typed ?? '');
  return (
    <Field
      label={{
        children: (_: unknown, props: object) => (
          <InfoLabel {...props} info={t('matter.help')}>
            {label ?? t('matter.label')}
          </InfoLabel>
        ),
      }}
      hint={matter ? (matter.help ?? null) : null}
      {...(matter || code === '' ? {} : { validationState: 'error', validationMessage: t('matter.unknown') })}
    >
      <WordsCombobox
        className={styles.picker}
        value={typed ?? matter?.name ?? code}
        selectedOptions={[code]}
        placeholder={t('matter.placeholder')}
        onWords={setTyped}
        onClosed={() => setTyped(null)}
        onOptionSelect={(_, { optionValue }) => {
          // Fluent also tells when typing no longer fits what is selected; that is no choice.
          if (!optionValue) return;
          setTyped(null);
          onCode(optionValue);
        }}
        listbox={{ className: styles.popup }}
        input={
          {
            'data-testid': testId,
            onFocus: (event: FocusEvent<HTMLInputElement>) => event.currentTarget.select(),
          } as object
        }
      >
        {groups.map(({ group, items }) => (
          <OptionGroup key={group} label={group}>
            {items.map((item) => (
              <Option key={item.code} value={item.code} text={item.name}>
                {item.name}
              </Option>
            ))}
          </OptionGroup>
        ))}
        {groups.length === 0 ? (
          <Option disabled value="" text={t('matter.none')}>
            {t('matter.none')}
          </Option>
        ) : null}
      </WordsCombobox>
    </Field>
  );
}
