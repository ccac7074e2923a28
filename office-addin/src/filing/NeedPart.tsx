import { Button, Radio, RadioGroup, Spinner, Text } from '@fluentui/react-components';
import type { NeedView } from '@kaigi/core/contract';
import { useEffect, useState } from 'react';
import { failureOf } from '../pane/failure-of.ts';
import type { Failure } from '../pane/pane-state.ts';
import { FailureNotice } from '../parts/FailureNotice.tsx';
import { Notice } from '../parts/Notice.tsx';
import { usePane } from '../parts/pane-context.ts';
import { usePaneStyles } from '../parts/pane-styles.ts';
import type { FilingForm } from './filing-form.ts';

/** 「番号は要る?」: the city's questions, and what they come to with the article. Opened by whoever wonders. */
export function NeedPart({ form, disabled }: { form: FilingForm; disabled: boolean }) {
  const { say } = usePane();
  const [open, setOpen] = useState(Object.keys(form.need).length > 0);
  if (open) return <Questions form={form} disabled={disabled} onClose={() => setOpen(false)} />;
  return (
    <div>
      <Button size="small" disabled={disabled} data-testid="need-open" onClick={() => setOpen(true)}>
        {say('need.open')}
      </Button>
    </div>
  );
}

function useNeed(form: FilingForm): { view: NeedView | 'loading' | Failure; again: () => void } {
  const { model } = usePane();
  const [view, setView] = useState<NeedView | 'loading' | Failure>('loading');
  const [turn, setTurn] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` asks the same question again.
  useEffect(() => {
    let current = true;
    model.filing.need(form.need).then(
      (now) => {
        if (!current) return;
        setView(now);
        const numbered = now.verdict === null || now.verdict.outcome === 'NUMBERED';
        if (numbered !== form.numbered) model.filing.change({ numbered });
      },
      (error: unknown) => current && setView(failureOf(error, { changing: false })),
    );
    return () => {
      current = false;
    };
  }, [model, form.need, form.numbered, turn]);
  return { view, again: () => setTurn((before) => before + 1) };
}

function Questions({ form, disabled, onClose }: { form: FilingForm; disabled: boolean; onClose: () => void }) {
  const { say, model } = usePane();
  const styles = usePaneStyles();
  const { view, again } = useNeed(form);
  if (view === 'loading') return <Spinner size="small" label={say('need.loading')} />;
  if ('code' in view) return <FailureNotice failure={view} onRetry={again} />;
  const answer = (id: string, yes: boolean) => model.filing.change({ need: { ...form.need, [id]: yes } });
  const handleForget = () => {
    model.filing.change({ need: {}, numbered: true });
    onClose();
  };
  return (
    <section className={styles.card} aria-label={say('need.title')} data-testid="need">
      <div className={styles.column}>
        <Text weight="semibold">{say('need.title')}</Text>
        {view.questions.map(({ id, question, help }) => (
          <div key={id} className={styles.tight}>
            <Text className={styles.wrap} id={`need-${id}`}>
              {question}
            </Text>
            {help !== null && (
              <Text size={200} className={styles.soft}>
                {help}
              </Text>
            )}
            <RadioGroup
              layout="horizontal"
              aria-labelledby={`need-${id}`}
              disabled={disabled}
              value={form.need[id] === undefined ? '' : form.need[id] ? 'yes' : 'no'}
              onChange={(_event, data) => answer(id, data.value === 'yes')}
            >
              <Radio value="yes" label={say('need.yes')} data-testid={`need-${id}-yes`} />
              <Radio value="no" label={say('need.no')} data-testid={`need-${id}-no`} />
            </RadioGroup>
          </div>
        ))}
        {view.verdict && (
          <Notice intent="info" text={view.verdict.sentence} small={view.verdict.article} testId="need-verdict" />
        )}
        <div className={styles.end}>
          <Button size="small" disabled={disabled} onClick={handleForget}>
            {say('need.forget')}
          </Button>
        </div>
      </div>
    </section>
  );
}
