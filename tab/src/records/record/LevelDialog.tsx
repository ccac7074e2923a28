import { Field, MessageBar, MessageBarBody, Radio, RadioGroup, Textarea } from '@fluentui/react-components';
import type { KeepingView } from '@kaigi/core/contract';
import {
  type LevelAnswersSoFar,
  levelAnswer,
  levelAnswered,
  levelAnswersSent,
  levelQuestionsToAsk,
} from '@kaigi/core/shared';
import { useState } from 'react';
import { useText } from '../../app/locale.ts';
import { keepingText } from '../folders/text.ts';
import { ActDialog } from './ActDialog.tsx';
import { actText } from './text.ts';
import { type ActProps, useAct, useTyped } from './use-act.ts';

type Step = KeepingView['levelSteps'][number];

/** What the answers lead to; null while a question is open. */
function reached(steps: readonly Step[], answers: LevelAnswersSoFar): Step | null {
  const level = levelAnswered(answers);
  return steps.find((step) => step.level === level) ?? null;
}

function Follows({ step, kept }: { readonly step: Step; readonly kept: KeepingView }) {
  const t = useText(actText);
  const level = useText(keepingText);
  const why = step.text === null ? t('level.why_none') : t('level.why', { question: step.text });
  return (
    <MessageBar intent={step.allowed ? 'info' : 'warning'} layout="multiline" data-testid="level-follows">
      <MessageBarBody>
        {t(kept.level === step.level ? 'level.same' : 'level.follows', { level: level(`level.${step.level}`) })} {why}
        {step.allowed ? null : ` ${t('level.not_lower')}`}
      </MessageBarBody>
    </MessageBar>
  );
}

/** 機密性: the plain questions again, with the level that follows and why, before anything is saved. */
export function LevelDialog({ kept, onClose }: ActProps) {
  const t = useText(actText);
  const { order, send } = useAct({ kept, onClose });
  const [answers, setAnswers] = useState<LevelAnswersSoFar>({});
  const { said, type, missing, when } = useTyped({ reason: '' });
  const [tried, setTried] = useState(false);
  const step = reached(kept.levelSteps, answers);
  const handleSubmit = () => {
    setTried(true);
    when(['reason'], () => {
      if (!step?.allowed) return;
      send({ act: 'classifyLevel', answers: levelAnswersSent(answers), reason: said.reason });
    });
  };
  return (
    <ActDialog
      {...{ order, onClose, title: t('act.level'), lead: t('level.lead'), submit: t('save'), testId: 'level-dialog' }}
      onSubmit={handleSubmit}
    >
      {levelQuestionsToAsk(answers).map((question) => (
        <Field
          key={question}
          label={kept.levelSteps.find((one) => one.question === question)?.text ?? ''}
          required
          {...(tried && answers[question] === undefined ? { validationMessage: t('level.answer') } : {})}
        >
          <RadioGroup
            layout="horizontal"
            value={String(answers[question] ?? '')}
            onChange={(_, { value }) => setAnswers(levelAnswer(answers, question, value === 'true'))}
            data-testid={`level-${question}`}
          >
            <Radio value="true" label={t('yes')} />
            <Radio value="false" label={t('no')} />
          </RadioGroup>
        </Field>
      ))}
      {step ? <Follows {...{ step, kept }} /> : null}
      <Field label={t('reason')} required {...missing('reason')}>
        <Textarea value={said.reason} onChange={type('reason')} data-testid="act-reason" />
      </Field>
    </ActDialog>
  );
}
