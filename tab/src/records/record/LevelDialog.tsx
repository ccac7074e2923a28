import { Field, MessageBar, MessageBarBody, Radio, RadioGroup, Textarea } from '@fluentui/react-components';
import type { KeepingView } from '@kaigi/core/contract';
import { useState } from 'react';
import { useText } from '../../app/locale.ts';
import { keepingText } from '../folders/text.ts';
import { ActDialog } from './ActDialog.tsx';
import { actText } from './text.ts';
import { type ActProps, useAct, useTyped } from './use-act.ts';

type Step = KeepingView['levelSteps'][number];
type Question = NonNullable<Step['question']>;
type Answers = Readonly<Partial<Record<Question, boolean>>>;

/** The first 「はい」 decides, and after it nothing more is asked; null while a question is open. */
function reached(steps: readonly Step[], answers: Answers): Step | null {
  for (const step of steps) {
    if (step.question === null || answers[step.question] === true) return step;
    if (answers[step.question] === undefined) return null;
  }
  return null;
}

interface Asked {
  readonly question: Question;
  readonly text: string;
}

function askedOf(steps: readonly Step[], answers: Answers): Asked[] {
  const asked: Asked[] = [];
  for (const { question, text } of steps) {
    if (question === null || text === null) break;
    asked.push({ question, text });
    if (answers[question] !== false) break;
  }
  return asked;
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
  const [answers, setAnswers] = useState<Answers>({});
  const { said, type, missing, when } = useTyped({ reason: '' });
  const [tried, setTried] = useState(false);
  const step = reached(kept.levelSteps, answers);
  const handleSubmit = () => {
    setTried(true);
    when(['reason'], () => {
      if (!step?.allowed) return;
      const yes = (question: Question) => answers[question] === true && step.question === question;
      const all = { secret: yes('secret'), grave: yes('grave'), personal: yes('personal'), internal: yes('internal') };
      send({ act: 'classifyLevel', answers: all, reason: said.reason });
    });
  };
  return (
    <ActDialog
      {...{ order, onClose, title: t('act.level'), lead: t('level.lead'), submit: t('save'), testId: 'level-dialog' }}
      onSubmit={handleSubmit}
    >
      {askedOf(kept.levelSteps, answers).map(({ question, text }) => (
        <Field
          key={question}
          label={text}
          required
          {...(tried && answers[question] === undefined ? { validationMessage: t('level.answer') } : {})}
        >
          <RadioGroup
            layout="horizontal"
            value={answers[question] === undefined ? '' : String(answers[question])}
            onChange={(_, { value }) => setAnswers({ ...answers, [question]: value === 'true' })}
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
