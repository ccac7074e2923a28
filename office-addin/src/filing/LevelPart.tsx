import { Button, Radio, RadioGroup, Text } from '@fluentui/react-components';
import type { Placing } from '@kaigi/core/contract';
import { type LevelAnswersSoFar, levelAnswer, levelAnswered, levelQuestionsToAsk } from '@kaigi/core/shared';
import { useState } from 'react';
import { usePane } from '../parts/pane-context.ts';
import { usePaneStyles } from '../parts/pane-styles.ts';
import type { FilingForm } from './filing-form.ts';

interface Props {
  view: Placing;
  form: FilingForm;
  disabled: boolean;
}

/** 機密性 in plain words: proposed by the class; whoever doubts it answers up to four questions. */
export function LevelPart({ view, form, disabled }: Props) {
  const { say } = usePane();
  const styles = usePaneStyles();
  const [open, setOpen] = useState(Object.keys(form.levelAnswers).length > 0);
  const said = levelAnswered(form.levelAnswers);
  const { name, readers } = view.levels[said ?? view.level];
  return (
    <div className={styles.tight}>
      <Text block className={styles.wrap} data-testid="level">
        {name}: {readers}
      </Text>
      <Text block size={200} className={styles.soft}>
        {said === null ? view.levelReason : say('level.answered')}
      </Text>
      {open ? (
        <Questions view={view} form={form} disabled={disabled} onClose={() => setOpen(false)} />
      ) : (
        <div>
          <Button size="small" disabled={disabled} data-testid="level-open" onClick={() => setOpen(true)}>
            {say('level.open')}
          </Button>
        </div>
      )}
    </div>
  );
}

function Questions({ view, form, disabled, onClose }: Props & { onClose: () => void }) {
  const { model, say } = usePane();
  const styles = usePaneStyles();
  const change = (levelAnswers: LevelAnswersSoFar) => model.filing.change({ levelAnswers });
  const asked = levelQuestionsToAsk(form.levelAnswers);
  return (
    <div className={styles.tight}>
      {view.questions
        .filter(({ id }) => asked.includes(id))
        .map(({ id, text }) => {
          const answer = form.levelAnswers[id];
          return (
            <div key={id} className={styles.tight}>
              <Text id={`level-${id}`} className={styles.wrap}>
                {text}
              </Text>
              <RadioGroup
                layout="horizontal"
                aria-labelledby={`level-${id}`}
                disabled={disabled}
                value={answer === undefined ? '' : answer ? 'yes' : 'no'}
                onChange={(_event, data) => change(levelAnswer(form.levelAnswers, id, data.value === 'yes'))}
              >
                <Radio value="yes" label={say('need.yes')} data-testid={`level-${id}-yes`} />
                <Radio value="no" label={say('need.no')} data-testid={`level-${id}-no`} />
              </RadioGroup>
            </div>
          );
        })}
      <div>
        <Button
          size="small"
          disabled={disabled}
          data-testid="level-close"
          onClick={() => {
            change({});
            onClose();
          }}
        >
          {say('level.proposed')}
        </Button>
      </div>
    </div>
  );
}
