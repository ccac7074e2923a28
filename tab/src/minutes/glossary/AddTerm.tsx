import type { GlossaryView } from '@kaigi/core/contract';
import { useState } from 'react';
import { useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { Section } from '../../approvals/Section.tsx';
import { TermForm } from './TermForm.tsx';
import { glossaryText } from './text.ts';
import { contentOf, nothingTyped, type TypedTerm } from './typed-term.ts';
import { useAddTerm } from './use-glossary.ts';

/** A new term; after it is kept the form is empty for the next one of the same scope. */
export function AddTerm({ may }: { readonly may: GlossaryView['may'] }) {
  const t = useText(glossaryText);
  const notify = useNotice();
  const { mutate, isPending, error } = useAddTerm();
  const [next, setNext] = useState({ nth: 0, scope: may.cityWide ? '' : (may.bodies[0]?.id ?? '') });
  const handleSend = (typed: TypedTerm) => {
    const onSuccess = () => {
      notify({ text: t('form.added', { word: typed.written.trim() }), intent: 'success' });
      setNext(({ nth }) => ({ nth: nth + 1, scope: typed.scope }));
    };
    mutate({ bodyId: typed.scope === '' ? null : typed.scope, ...contentOf(typed) }, { onSuccess });
  };
  return (
    <Section title={t('form.add')}>
      <TermForm
        key={next.nth}
        {...{ first: nothingTyped(next.scope), may, sendLabel: t('form.send'), busy: isPending, error }}
        onSend={handleSend}
      />
    </Section>
  );
}
