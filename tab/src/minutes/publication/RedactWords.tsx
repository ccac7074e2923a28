import { Field, Radio, RadioGroup, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { useText } from '../../app/locale.ts';
import { RedactDialog } from './RedactDialog.tsx';
import { type ShownText, wordsEdit } from './redacting.ts';
import { publicationText } from './text.ts';
import type { PublicationDesk } from './use-publication.ts';

export interface RedactWordsProps {
  readonly desk: PublicationDesk;
  readonly text: ShownText;
  readonly onClose: () => void;
}

const NOTHING = { from: 0, to: 0 };

/** A selection in one text, by pointer or by keys. */
export function RedactWords({ desk, text, onClose }: RedactWordsProps) {
  const t = useText(publicationText);
  const [{ from, to }, setSpan] = useState(NOTHING);
  const [scope, setScope] = useState<'HERE' | 'EVERYWHERE'>('EVERYWHERE');
  const words = text.text.slice(from, to);
  const wrong = words.trim() === '' ? t('words.nothing') : null;
  const handleConfirm = () => desk.onGround((ground) => [wordsEdit(text, { from, to, scope, ground })], onClose);
  return (
    <RedactDialog {...{ desk, wrong, onClose, title: t('words.title'), onConfirm: handleConfirm }}>
      <Field label={t('words.text')}>
        <Textarea
          value={text.text}
          // Not `readOnly`: then no words could be selected by keys. What is typed is not taken.
          onChange={() => undefined}
          aria-readonly
          rows={5}
          onSelect={({ currentTarget: { selectionStart, selectionEnd } }) =>
            setSpan({ from: selectionStart, to: selectionEnd })
          }
          data-testid="words-text"
        />
      </Field>
      {words.trim() === '' ? null : (
        <p role="status" data-testid="words-chosen">
          {t('words.chosen', { words })}
        </p>
      )}
      <Field label={t('words.scope')}>
        <RadioGroup value={scope} onChange={(_, { value }) => setScope(value === 'HERE' ? 'HERE' : 'EVERYWHERE')}>
          <Radio value="EVERYWHERE" label={t('redaction.EVERYWHERE')} />
          <Radio value="HERE" label={t('redaction.HERE')} data-testid="scope-HERE" />
        </RadioGroup>
      </Field>
    </RedactDialog>
  );
}
