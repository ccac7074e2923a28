import { Field, Select } from '@fluentui/react-components';
import type { EnterAnswerInput, Means, RoundPersonView, RoundView } from '@kaigi/core/contract';
import { useState } from 'react';
import { useText } from '../../app/locale.ts';
import { AskButton } from './AskButton.tsx';
import { MeansField } from './MeansField.tsx';
import { roundText } from './round-text.ts';
import { ToldOnField } from './ToldOnField.tsx';

export interface EnterAnswerProps {
  readonly meetingId: string;
  readonly round: RoundView;
  readonly person: RoundPersonView;
}

/** The answer of somebody who was asked by mail or on the telephone. */
export function EnterAnswer({ meetingId, round, person }: EnterAnswerProps) {
  const t = useText(roundText);
  const [means, setMeans] = useState<Means>('TELEPHONE');
  const [toldOn, setToldOn] = useState<string | null>(null);
  const [answer, setAnswer] = useState<EnterAnswerInput['answer']>('AGREED');
  const isSilence = round.round?.silence === 'AGREES' && round.round.isOver;
  const answers: readonly EnterAnswerInput['answer'][] = isSilence ? ['AGREED', 'AGREED_BY_SILENCE'] : ['AGREED'];
  const { attendeeId, name } = person;
  return (
    <div>
      <AskButton
        {...{ meetingId, label: t('enter.open'), fullLabel: t('enter.label', { name }), size: 'small' }}
        {...{ testId: 'enter-answer', title: t('enter.label', { name }), done: t('enter.done') }}
        field={{ label: t('enter.note'), kind: 'words', required: false, first: '' }}
        order={(note) => ({
          to: 'round/answers',
          body: { attendeeId, answer, means, note, ...(toldOn === null ? {} : { toldOn }) },
        })}
      >
        <MeansField {...{ label: t('enter.how'), means, testId: 'enter-means' }} onChange={setMeans} />
        <Field label={t('enter.answer')}>
          <Select value={answer} onChange={(_, { value }) => setAnswer(answers.find((one) => one === value) ?? answer)}>
            {answers.map((one) => (
              <option key={one} value={one}>
                {t(`answer.${one}`)}
              </option>
            ))}
          </Select>
        </Field>
        {round.round && answer === 'AGREED' ? (
          <ToldOnField {...{ round: round.round, toldOn }} onChange={setToldOn} />
        ) : null}
      </AskButton>
    </div>
  );
}
