import { Badge, Button, Field, Select } from '@fluentui/react-components';
import type { RollBoard, RollBoardQuery, RollPerson } from '@kaigi/core/contract';
import { useState } from 'react';
import { useText } from '../app/locale.ts';
import { personText } from '../app/words.ts';
import { ANSWERS, AnswerForm } from './AnswerForm.tsx';
import { useDisasterStyles } from './Disaster.styles.ts';
import { AnswerText } from './RollCard.tsx';
import { disasterText } from './text.ts';

export type Filter = Omit<RollBoardQuery, 'cursor'>;

interface PeopleProps {
  readonly board: RollBoard;
  readonly people: readonly RollPerson[];
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
}

function Filters({ board, filter, onFilter }: Omit<PeopleProps, 'people'>) {
  const styles = useDisasterStyles();
  const t = useText(disasterText);
  const { unitId, answer } = filter;
  const change = (unit: string | undefined, said: string | undefined) =>
    onFilter({
      ...(unit ? { unitId: unit } : {}),
      ...(said ? { answer: said as NonNullable<Filter['answer']> } : {}),
    });
  return (
    <search className={styles.form}>
      <Field label={t('board.filter')}>
        <Select value={answer ?? ''} onChange={(_, { value }) => change(unitId, value)} data-testid="people-answer">
          <option value="">{t('board.all')}</option>
          <option value="NONE">{t('answer.NONE')}</option>
          {ANSWERS[board.roll.kind].map((one) => (
            <option key={one} value={one}>
              {t(`answer.${one}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('board.unit')}>
        <Select value={unitId ?? ''} onChange={(_, { value }) => change(value, answer)} data-testid="people-unit">
          <option value="">{t('board.all_units')}</option>
          {board.units.map((unit) => (
            <option key={unit.unitId ?? 'none'} value={unit.unitId ?? 'none'}>
              {unit.name || t('board.no_unit')}
            </option>
          ))}
        </Select>
      </Field>
    </search>
  );
}

function Person({ person, board }: { readonly person: RollPerson; readonly board: RollBoard }) {
  const styles = useDisasterStyles();
  const t = useText(disasterText);
  const [taking, setTaking] = useState<'phone' | 'paper' | null>(null);
  // What they said themselves no paper takes the place of.
  const ownAnswer = person.answer !== null && person.answer.by === null;
  const toggle = (how: 'phone' | 'paper') => setTaking((before) => (before === how ? null : how));
  return (
    <li className={styles.item} data-testid="roll-person">
      <div className={styles.line}>
        <span className={styles.name}>{personText(person)}</span>
        {person.answer ? <AnswerText answer={person.answer} /> : <span>{t('answer.NONE')}</span>}
        {person.reachable === false ? (
          <Badge appearance="tint" color="warning">
            {t('board.not_on_chat')}
          </Badge>
        ) : null}
        {person.may.answer ? (
          <>
            <Button
              size="small"
              onClick={() => toggle('phone')}
              aria-label={t('board.phone_for', { name: person.name })}
              aria-expanded={taking === 'phone'}
              data-testid="person-phone"
            >
              {t('board.phone')}
            </Button>
            {ownAnswer ? null : (
              <Button
                size="small"
                onClick={() => toggle('paper')}
                aria-label={t('paper.open_for', { name: person.name })}
                aria-expanded={taking === 'paper'}
                data-testid="person-paper"
              >
                {t('paper.open')}
              </Button>
            )}
          </>
        ) : null}
      </div>
      {taking ? (
        <AnswerForm
          key={taking}
          roll={board.roll}
          staffId={person.staffId}
          fromPaper={taking === 'paper'}
          onDone={() => setTaking(null)}
        />
      ) : null}
    </li>
  );
}

/** Whoever needs help stands first, then those who are silent; their boss takes down what they hear by telephone. */
export function PeopleList(props: PeopleProps) {
  const styles = useDisasterStyles();
  const t = useText(disasterText);
  const { board, people } = props;
  return (
    <>
      <Filters {...props} />
      {people.length === 0 ? <p className={styles.muted}>{t('board.nobody')}</p> : null}
      <ul className={styles.list}>
        {people.map((person) => (
          <Person key={person.staffId} person={person} board={board} />
        ))}
      </ul>
    </>
  );
}
