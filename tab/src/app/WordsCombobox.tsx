import { Combobox, type ComboboxProps } from '@fluentui/react-components';
import { useState } from 'react';

export interface WordsComboboxProps extends Omit<ComboboxProps, 'open' | 'onOpenChange' | 'onChange' | 'ref'> {
  readonly onWords: (words: string) => void;
  /** The list is put away, with or without a choice. */
  readonly onClosed?: () => void;
}

/**
 * A field whose list opens as soon as words are written in it. Fluent opens one for a key that writes a letter; the keys
 * of a Japanese input method write none, so that the second name one looked for found nothing until one clicked.
 */
export function WordsCombobox({ onWords, onClosed, ...field }: WordsComboboxProps) {
  const [open, setOpen] = useState(false);
  return (
    <Combobox
      {...field}
      open={open}
      onOpenChange={(_, data) => {
        setOpen(data.open);
        if (!data.open) onClosed?.();
      }}
      onChange={(event) => {
        onWords(event.target.value);
        setOpen(true);
      }}
    />
  );
}
