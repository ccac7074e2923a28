import { Button, Field, MessageBar, MessageBarBody, MessageBarTitle, Textarea } from '@fluentui/react-components';
import type { GlossaryPreview } from '@kaigi/core/contract';
import { useState } from 'react';
import { errorWords } from '../../api/error-text.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { Section } from '../../approvals/Section.tsx';
import { useMinutesStyles } from '../Minutes.styles.ts';
import { glossaryText } from './text.ts';
import { usePreview } from './use-glossary.ts';

interface Piece {
  readonly at: number;
  readonly kept: string;
  readonly before: string;
  readonly after: string;
}

/** The text cut at its changes: what stays before each, and the change. */
function piecesOf(text: string, { edits }: GlossaryPreview): Piece[] {
  let read = 0;
  const pieces = edits.map(({ from, before, after }): Piece => {
    const kept = text.slice(read, from);
    read = from + before.length;
    return { at: from, kept, before, after };
  });
  return [...pieces, { at: text.length, kept: text.slice(read), before: '', after: '' }];
}

function Shown({ text, preview }: { readonly text: string; readonly preview: GlossaryPreview }) {
  const styles = useMinutesStyles();
  const t = useText(glossaryText);
  if (preview.edits.length === 0) return <p className={styles.lead}>{t('try.none')}</p>;
  return (
    <p className={styles.text} data-testid="try-shown">
      {piecesOf(text, preview).map(({ at, kept, before, after }) => (
        <span key={at}>
          {kept}
          {before === '' ? null : <del className={styles.muted}>{before}</del>}
          {after === '' ? null : <ins className={styles.strong}>{after}</ins>}
        </span>
      ))}
    </p>
  );
}

/** What the terms would make of a text, before they stand in anybody's way. */
export function TryTerms({ scope }: { readonly scope: string | null }) {
  const styles = useMinutesStyles();
  const t = useText(glossaryText);
  const locale = useLocale();
  const [text, setText] = useState('');
  const { mutate, isPending, error, data, variables } = usePreview();
  const words = text.trim();
  return (
    <Section title={t('try.title')}>
      <Field label={t('try.text')} hint={t('try.hint')}>
        <Textarea value={text} maxLength={2000} onChange={(_, { value }) => setText(value)} data-testid="try-text" />
      </Field>
      <div>
        <Button
          disabledFocusable={isPending || words === ''}
          onClick={() => (isPending || words === '' ? undefined : mutate({ text: words, bodyId: scope || null }))}
          data-testid="try-send"
        >
          {t('try.send')}
        </Button>
      </div>
      <div role="status" className={styles.stack}>
        {error ? (
          <MessageBar intent="error" layout="multiline">
            <MessageBarBody>
              <MessageBarTitle>{t('try.failed')}</MessageBarTitle>
              {errorWords(error, locale).sentence}
            </MessageBarBody>
          </MessageBar>
        ) : null}
        {data && variables ? <Shown text={variables.text} preview={data} /> : null}
      </div>
    </Section>
  );
}
