import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { GlossaryView, LineView, MeetingView } from '@kaigi/core/contract';
import { useDeferredValue, useMemo, useState } from 'react';
import { useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { DialogFrame } from '../DialogFrame.tsx';
import { type Learned, learnedFrom, leftWith, sampleFor, toOffer } from './learned.ts';
import { leftTerms, storeLeft } from './left-terms.ts';
import { PreviewText } from './PreviewText.tsx';
import { TermForm } from './TermForm.tsx';
import { glossaryText } from './text.ts';
import { contentOf, type TypedTerm } from './typed-term.ts';
import { useAddTerm, useGlossary, usePreviewWith } from './use-glossary.ts';

/** What the term as it is typed would do in this meeting. */
function Preview({ typed, text }: { readonly typed: TypedTerm; readonly text: string }) {
  const settled = useDeferredValue(typed);
  const { written, heard, kind } = contentOf(settled);
  const input = { text, bodyId: settled.scope || null, also: { written, heard, kind } };
  const preview = usePreviewWith(input);
  return preview.data ? <PreviewText text={text} preview={preview.data} /> : null;
}

interface AddProps {
  readonly learned: Learned;
  readonly lines: readonly LineView[];
  readonly may: GlossaryView['may'];
  readonly bodyId: string | null;
  readonly onClose: () => void;
}

function AddLearned({ learned, lines, may, bodyId, onClose }: AddProps) {
  const t = useText(glossaryText);
  const notify = useNotice();
  const { mutate, isPending, error } = useAddTerm();
  const [text] = useState(() => sampleFor(lines, learned));
  const { written, heard } = learned;
  const own = may.bodies.find(({ id }) => id === bodyId);
  const first: TypedTerm = { scope: own?.id ?? '', written, reading: '', kind: 'OTHER', heard };
  const handleSend = (typed: TypedTerm) => {
    const onSuccess = () => {
      notify({ text: t('form.added', { word: typed.written.trim() }), intent: 'success' });
      onClose();
    };
    mutate({ bodyId: typed.scope === '' ? null : typed.scope, ...contentOf(typed) }, { onSuccess });
  };
  const bodies = own ? [own] : [];
  return (
    <DialogFrame title={t('learned.title')} testId="learned-dialog" onClose={onClose} actions={null}>
      <TermForm
        {...{ first, may: { ...may, bodies }, sendLabel: t('form.send'), busy: isPending, error, onClose }}
        onSend={handleSend}
        below={(typed) => (
          <>
            <span>{t('learned.preview')}</span>
            <Preview typed={typed} text={text} />
          </>
        )}
      />
    </DialogFrame>
  );
}

interface OfferProps {
  readonly view: MeetingView;
  readonly lines: readonly LineView[];
  readonly staffId: string;
}

/** M-11: a word that was corrected alike in several lines is offered to the glossary, once; nothing goes there by itself. */
export function LearnedOffer({ view, lines: now, staffId }: OfferProps) {
  const t = useText(glossaryText);
  const lines = useDeferredValue(now);
  const name = `kaigi/learned/${staffId}/${view.id}`;
  const [left, setLeft] = useState(() => leftTerms(name));
  const [adding, setAdding] = useState<Learned | null>(null);
  const learned = useMemo(() => learnedFrom(lines), [lines]);
  const glossary = useGlossary({ enabled: learned.length > 0 }).data;
  const bodyId = view.body?.id ?? null;
  const mayAdd = glossary?.may.cityWide || (glossary?.may.bodies.some(({ id }) => id === bodyId) ?? false);
  const [next] = glossary && mayAdd ? toOffer(learned, { items: glossary.items, bodyId, left }) : [];
  const handleLeave = (one: Learned) => {
    const all = leftWith(left, one);
    storeLeft(name, all);
    setLeft(all);
  };
  return (
    <>
      {next ? (
        <MessageBar intent="info" layout="multiline" data-testid="learned">
          <MessageBarBody>
            <MessageBarTitle>{t('learned.title')}</MessageBarTitle>
            {t('learned.body', { heard: next.heard, written: next.written, count: next.lineIds.length })}
          </MessageBarBody>
          <MessageBarActions>
            <Button onClick={() => setAdding(next)} data-testid="learned-look">
              {t('learned.look')}
            </Button>
            <Button onClick={() => handleLeave(next)} data-testid="learned-leave">
              {t('learned.leave')}
            </Button>
          </MessageBarActions>
        </MessageBar>
      ) : null}
      {adding && glossary ? (
        <AddLearned {...{ lines, bodyId, learned: adding, may: glossary.may }} onClose={() => setAdding(null)} />
      ) : null}
    </>
  );
}
