import { Button, Field, makeStyles, Option, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useLocale, useText } from '../app/locale.ts';
import { WordsCombobox } from '../app/WordsCombobox.tsx';
import type { Picked } from './acts.ts';
import { approvalsText } from './text.ts';
import { useDirectorySearch } from './use-directory-search.ts';

const useStyles = makeStyles({
  picker: { minWidth: 0, width: '100%' },
  picked: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  chip: { maxWidth: '100%', whiteSpace: 'normal', textAlign: 'start' },
});

export interface DirectoryPickerProps {
  readonly label: string;
  readonly kinds: readonly Picked['kind'][];
  readonly several: boolean;
  /** A unit stands for itself, not for everybody in it. */
  readonly asSection?: boolean;
  /** Nobody has to be chosen. */
  readonly optional?: boolean;
  readonly picked: readonly Picked[];
  readonly onPicked: (picked: readonly Picked[]) => void;
  readonly trouble: string | null;
}

const keyOf = ({ kind, id }: Picked): string => `${kind}/${id}`;

function PickedList({ picked, onPicked }: Pick<DirectoryPickerProps, 'picked' | 'onPicked'>) {
  const styles = useStyles();
  const t = useText(approvalsText);
  if (picked.length === 0) return null;
  return (
    <ul className={styles.picked} data-testid="picked">
      {picked.map((one) => (
        <li key={keyOf(one)}>
          <Button
            size="small"
            className={styles.chip}
            icon={<DismissRegular />}
            iconPosition="after"
            aria-label={t('act.picker.remove', { label: one.label })}
            onClick={() => onPicked(picked.filter((other) => other !== one))}
          >
            {one.label}
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** Finds people, posts or sections by words, and keeps those that were chosen. */
export function DirectoryPicker(props: DirectoryPickerProps) {
  const { label, kinds, several, asSection = false, optional = false, picked, onPicked, trouble } = props;
  const styles = useStyles();
  const t = useText(approvalsText);
  const locale = useLocale();
  const [words, setWords] = useState('');
  const search = useDirectorySearch(words, { kinds, locale });
  const found = (search.data ?? []).filter((one) => !picked.some((other) => keyOf(other) === keyOf(one)));
  const labelOf = (one: Picked) =>
    one.kind === 'unit' && !asSection ? t('act.picker.unit', { name: one.label }) : one.label;
  const state = search.isError ? 'failed' : search.isFetching ? 'busy' : words.trim() === '' ? 'type' : 'none';
  const handlePick = (key: string | undefined) => {
    const one = found.find((other) => keyOf(other) === key);
    if (!one) return;
    const named = { ...one, label: labelOf(one) };
    onPicked(several ? [...picked, named] : [named]);
    setWords('');
  };
  return (
    <>
      <Field
        label={label}
        required={!optional}
        validationState={trouble ? 'error' : 'none'}
        validationMessage={trouble}
      >
        <WordsCombobox
          className={styles.picker}
          freeform
          value={words}
          selectedOptions={[]}
          placeholder={t('act.picker.placeholder')}
          onWords={setWords}
          onOptionSelect={(_, { optionValue }) => handlePick(optionValue)}
          input={{ 'data-testid': 'directory-picker' } as object}
        >
          {found.map((one) => (
            <Option key={keyOf(one)} value={keyOf(one)} text={labelOf(one)}>
              {labelOf(one)}
            </Option>
          ))}
          {found.length === 0 ? (
            <Option key="none" value="" text={t(`act.picker.${state}`)} disabled>
              {t(`act.picker.${state}`)}
            </Option>
          ) : null}
        </WordsCombobox>
      </Field>
      <PickedList picked={picked} onPicked={onPicked} />
    </>
  );
}
