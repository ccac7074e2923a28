import { Badge, type BadgeProps } from '@fluentui/react-components';
import type { RoundPersonView, RoundView } from '@kaigi/core/contract';
import { dayText, whenText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { Section } from '../../approvals/Section.tsx';
import { useMinutesStyles } from '../Minutes.styles.ts';
import { type AnswerLook, answerLook } from './answer-look.ts';
import { EnterAnswer } from './EnterAnswer.tsx';
import { roundText } from './round-text.ts';
import { courseText } from './text.ts';

export interface RoundPeopleProps {
  readonly meetingId: string;
  readonly round: RoundView;
}

const COLORS: Readonly<Record<AnswerLook, NonNullable<BadgeProps['color']>>> = {
  ...{ ASKED: 'informative', AGREED: 'success', SUGGESTED: 'warning', AGREED_BY_SILENCE: 'success' },
  ...{ OPEN: 'danger', BY_OTHER_MEANS: 'informative', VOID: 'subtle', UNANSWERED: 'subtle' },
};

/** Those who answer here themselves are not answered for. */
const isToEnter = ({ state }: RoundPersonView): boolean => state === 'BY_OTHER_MEANS' || state === 'OPEN';

function Person({ meetingId, round, person }: RoundPeopleProps & { readonly person: RoundPersonView }) {
  const styles = useMinutesStyles();
  const t = useText(roundText);
  const locale = useLocale();
  const { name, postTitle, state, answeredAt, isLate, means, enteredBy, toldOn, note, own } = person;
  const look = round.round ? answerLook(state, round.round) : state;
  const isVoid = look === 'VOID' || look === 'UNANSWERED';
  return (
    <li className={styles.row} data-testid="round-person" data-state={look}>
      <span className={styles.line}>
        <span className={styles.strong}>{[postTitle, name].filter(Boolean).join(' ')}</span>
        <Badge appearance="tint" color={COLORS[look]}>
          {look === 'VOID' ? t('answer.VOID', { answer: t(`answer.${state}`) }) : t(`answer.${look}`)}
        </Badge>
        {isLate && !isVoid ? (
          <Badge appearance="tint" color="danger">
            {t('answer.late')}
          </Badge>
        ) : null}
      </span>
      <span className={styles.line}>
        <span className={styles.small}>{t('answer.own', own)}</span>
        {answeredAt ? <span className={styles.small}>{whenText(answeredAt, locale)}</span> : null}
        {toldOn ? <span className={styles.small}>{t('told.day', { day: dayText(toldOn, locale) })}</span> : null}
        {means && enteredBy ? (
          <span className={styles.small}>
            {t('answer.entered', { means: t(`means.${means}`), name: enteredBy.name })}
          </span>
        ) : null}
        {note === '' ? null : <span className={styles.small}>{note}</span>}
      </span>
      {round.may.enter && isToEnter(person) ? <EnterAnswer {...{ meetingId, round, person }} /> : null}
    </li>
  );
}

/** Who was asked, until when, and what they have answered. */
export function RoundPeople({ meetingId, round }: RoundPeopleProps) {
  const styles = useMinutesStyles();
  const t = useText(roundText);
  const c = useText(courseText);
  const locale = useLocale();
  const asked = round.round;
  if (!asked) return null;
  return (
    <Section title={t('people.title')}>
      <div className={styles.line}>
        <span>{t('people.due', { day: dayText(asked.dueOn, locale) })}</span>
        {asked.article ? <span className={styles.small}>{c('basis.article', { article: asked.article })}</span> : null}
      </div>
      <p className={styles.small}>{asked.state === 'VOID' ? t('people.void') : t(`people.silence.${asked.silence}`)}</p>
      <ul className={styles.list}>
        {asked.people.map((person) => (
          <Person key={person.attendeeId} {...{ meetingId, round, person }} />
        ))}
      </ul>
    </Section>
  );
}
