import { Button, mergeClasses, ProgressBar, Spinner, Text } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { Failure, FilingState } from '../pane/pane-state.ts';
import { FailureNotice } from '../parts/FailureNotice.tsx';
import { Notice } from '../parts/Notice.tsx';
import { usePane } from '../parts/pane-context.ts';
import { usePaneStyles } from '../parts/pane-styles.ts';
import { OldTemplateNotice, TemplatePart } from '../records/TemplatePart.tsx';
import { ClassificationStep } from './ClassificationStep.tsx';
import { DetailsStep } from './DetailsStep.tsx';
import { type FilingStep, problemsOf, STEPS } from './filing-form.ts';
import { KindStep } from './KindStep.tsx';

const QUESTION = {
  kind: 'kind.question',
  classification: 'classification.question',
  details: 'details.question',
} as const;

export function FilingPanel({ state }: { state: FilingState }) {
  const { say, model } = usePane();
  const styles = usePaneStyles();
  const { form, failure, busy } = state;
  const heading = useRef<HTMLHeadingElement>(null);
  const shownStep = useRef<FilingStep>(form.step);
  useEffect(() => {
    // The screen's content changes under the reader: take them to its beginning, but not when the pane opens.
    if (shownStep.current !== form.step) heading.current?.focus();
    shownStep.current = form.step;
  }, [form.step]);
  const frozen = busy !== null || failure?.unsure === true;
  const number = busy === null ? STEPS.indexOf(form.step) + 1 : 4;
  const retry =
    state.classifications === 'failed' ? () => void model.filing.loadClassifications() : () => void model.filing.file();
  const chosen =
    typeof state.classifications === 'string'
      ? undefined
      : state.classifications.find((each) => each.code === form.classificationCode);
  return (
    <div className={styles.column}>
      <div className={styles.tight}>
        <Text size={200} className={styles.soft} data-testid="step">
          {say('step', { now: number, name: say(busy === null ? `step.${form.step}` : 'step.save') })}
        </Text>
        <ProgressBar value={number} max={4} thickness="large" aria-label={say(`step.${form.step}`)} />
      </div>
      <h2 className={styles.heading} ref={heading} tabIndex={-1}>
        {say(QUESTION[form.step])}
      </h2>
      {state.look.isEmpty && (
        <Notice intent="warning" title={say('empty.title')} text={say('empty.text')} testId="empty-document" />
      )}
      <OldTemplateNotice template={state.look.template} />
      {form.step === 'kind' && <KindStep form={form} disabled={frozen} />}
      {form.step === 'kind' && !frozen && <TemplatePart isEmpty={state.look.isEmpty} />}
      {form.step === 'classification' && <ClassificationStep state={state} disabled={frozen} />}
      {form.step === 'details' && <DetailsStep state={state} classification={chosen} disabled={frozen} />}
      {failure && <SeenFailure failure={failure} onRetry={retry} />}
      <FilingButtons state={state} frozen={frozen} />
    </div>
  );
}

/** The form is longer than the pane: what went wrong comes into sight by itself. */
function SeenFailure({ failure, onRetry }: { failure: Failure; onRetry: () => void }) {
  const styles = usePaneStyles();
  const notice = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each failure is brought into sight once.
  useEffect(() => notice.current?.scrollIntoView({ block: 'nearest' }), [failure]);
  return (
    <div ref={notice} className={styles.aboveBar}>
      <FailureNotice failure={failure} onRetry={onRetry} />
    </div>
  );
}

function FilingButtons({ state, frozen }: { state: FilingState; frozen: boolean }) {
  const { say, model } = usePane();
  const styles = usePaneStyles();
  const { form } = state;
  const index = STEPS.indexOf(form.step);
  const [before, after] = [STEPS[index - 1], STEPS[index + 1]];
  const mayGoOn = form.step !== 'classification' || form.classificationCode !== '';
  const mayFile = problemsOf(form).length === 0 && form.classificationCode !== '';
  return (
    <div className={mergeClasses(styles.end, styles.bar)}>
      {state.busy !== null && <Spinner size="tiny" label={say(`busy.${state.busy}`)} />}
      {before && (
        <Button disabled={frozen} data-testid="back" onClick={() => model.filing.change({ step: before })}>
          {say('back')}
        </Button>
      )}
      {after ? (
        <Button
          appearance="primary"
          disabled={frozen || !mayGoOn}
          data-testid="next"
          onClick={() => model.filing.change({ step: after })}
        >
          {say('next')}
        </Button>
      ) : (
        <Button
          appearance="primary"
          disabled={frozen || !mayFile}
          data-testid="file-button"
          onClick={() => void model.filing.file()}
        >
          {say(form.kind === 'DRAFT_DOCUMENT' ? 'file.draft' : 'file.record')}
        </Button>
      )}
    </div>
  );
}
