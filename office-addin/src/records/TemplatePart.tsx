import { Button, SearchBox, Spinner, Text } from '@fluentui/react-components';
import type { TemplateView } from '@kaigi/core/contract';
import { useEffect, useState } from 'react';
import { failureOf } from '../pane/failure-of.ts';
import type { Failure } from '../pane/pane-state.ts';
import { FailureNotice } from '../parts/FailureNotice.tsx';
import { Notice } from '../parts/Notice.tsx';
import { usePane } from '../parts/pane-context.ts';
import { usePaneStyles } from '../parts/pane-styles.ts';
import type { TemplateMark } from '../word/word-document.ts';

/** 様式 to begin from; opened by a person who wants one. */
export function TemplatePart({ isEmpty }: { isEmpty: boolean }) {
  const { say } = usePane();
  const [open, setOpen] = useState(false);
  if (open) return <TemplateList isEmpty={isEmpty} onClose={() => setOpen(false)} />;
  return (
    <div>
      <Button data-testid="templates" onClick={() => setOpen(true)}>
        {say(isEmpty ? 'template.begin' : 'template.add')}
      </Button>
    </div>
  );
}

type Found = readonly TemplateView[] | 'loading' | Failure;

function useTemplates(words: string): { found: Found; again: () => void } {
  const { model } = usePane();
  const [found, setFound] = useState<Found>('loading');
  const [turn, setTurn] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` asks the same question again.
  useEffect(() => {
    let current = true;
    model.templates.find(words).then(
      (items) => current && setFound(items),
      (error: unknown) => current && setFound(failureOf(error, { changing: false })),
    );
    return () => {
      current = false;
    };
  }, [model, words, turn]);
  return { found, again: () => setTurn((before) => before + 1) };
}

function TemplateList({ isEmpty, onClose }: { isEmpty: boolean; onClose: () => void }) {
  const { say } = usePane();
  const styles = usePaneStyles();
  const [words, setWords] = useState('');
  const { found, again } = useTemplates(words);
  return (
    <section className={styles.card} aria-label={say('template.title')} data-testid="template-list">
      <div className={styles.column}>
        <Text weight="semibold">{say('template.title')}</Text>
        {!isEmpty && (
          <Text size={200} className={styles.soft}>
            {say('template.added')}
          </Text>
        )}
        <SearchBox
          aria-label={say('template.search')}
          placeholder={say('template.search')}
          value={words}
          onChange={(_event, data) => setWords(data.value)}
          style={{ maxWidth: '100%' }}
        />
        <Templates found={found} onAgain={again} />
        <div className={styles.end}>
          <Button size="small" onClick={onClose}>
            {say('cancel')}
          </Button>
        </div>
      </div>
    </section>
  );
}

function Templates({ found, onAgain }: { found: Found; onAgain: () => void }) {
  const { say } = usePane();
  const styles = usePaneStyles();
  if (found === 'loading') return <Spinner size="small" label={say('template.loading')} />;
  if ('code' in found) return <FailureNotice failure={found} onRetry={onAgain} />;
  if (found.length === 0) return <Text className={styles.wrap}>{say('template.none')}</Text>;
  return found.map((template) => <TemplateLine key={template.id} template={template} />);
}

function TemplateLine({ template }: { template: TemplateView }) {
  const { say, model } = usePane();
  const styles = usePaneStyles();
  const [doing, setDoing] = useState<'no' | 'yes' | Failure>('no');
  const handleInsert = () => {
    setDoing('yes');
    model.templates.insert(template).catch((error: unknown) => setDoing(failureOf(error, { changing: false })));
  };
  return (
    <div className={styles.tight} data-testid="template">
      <Text weight="semibold" className={styles.wrap}>
        {template.title}
      </Text>
      <Text size={200} className={styles.soft}>
        {template.ownerUnitName} / {say('template.edition', { edition: template.current.edition })}
        {template.purpose === '' ? '' : ` / ${template.purpose}`}
      </Text>
      <div>
        <Button
          size="small"
          disabled={doing === 'yes'}
          aria-label={say('template.insertThis', { title: template.title })}
          data-testid="template-insert"
          onClick={handleInsert}
        >
          {say('template.insert')}
        </Button>
      </div>
      {typeof doing === 'object' && <FailureNotice failure={doing} onRetry={handleInsert} />}
    </div>
  );
}

/** Says that a document was made from an edition that is no longer the newest. */
export function OldTemplateNotice({ template }: { template: TemplateMark | null }) {
  const { say, model } = usePane();
  const [newer, setNewer] = useState<TemplateView | null>(null);
  useEffect(() => {
    let current = true;
    setNewer(null);
    if (template)
      model.templates.newerThan(template).then(
        (now) => current && setNewer(now),
        // The document can be filed all the same.
        () => undefined,
      );
    return () => {
      current = false;
    };
  }, [model, template]);
  if (!template || !newer) return null;
  const { title, state, current, ownerUnitName } = newer;
  const text =
    state === 'RETIRED'
      ? say('template.retired', { title, unit: ownerUnitName })
      : say('template.old', { title, mine: template.edition, now: current.edition });
  return <Notice intent="warning" text={text} small={current.note || undefined} testId="old-template" />;
}
