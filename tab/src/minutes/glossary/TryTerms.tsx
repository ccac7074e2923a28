import { Button, Field, MessageBar, MessageBarBody, MessageBarTitle, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { errorWords } from '../../api/error-text.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { Section } from '../../approvals/Section.tsx';
import { useMinutesStyles } from '../Minutes.styles.ts';
import { PreviewText } from './PreviewText.tsx';
import { glossaryText } from './text.ts';
import { usePreview } from './use-glossary.ts';

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
        {data && variables ? <PreviewText text={variables.text} preview={data} /> : null}
      </div>
    </Section>
  );
}
