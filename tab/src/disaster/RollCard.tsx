import { Badge, Button, Link, mergeClasses } from '@fluentui/react-components';
import type { RollAnswerView, RollView } from '@kaigi/core/contract';
import { useState } from 'react';
import { whenText } from '../app/dates.ts';
import { useLocale, useText } from '../app/locale.ts';
import { hashOf } from '../app/routes.ts';
import { personText } from '../app/words.ts';
import { AnswerForm } from './AnswerForm.tsx';
import { useDisasterStyles } from './Disaster.styles.ts';
import { disasterText } from './text.ts';

/** What was answered, by whom and when. */
export function AnswerText({ answer }: { readonly answer: RollAnswerView }) {
  const styles = useDisasterStyles();
  const t = useText(disasterText);
  const locale = useLocale();
  const { at, by, late, words, place, paper } = answer;
  const help = answer.answer === 'NEEDS_HELP';
  const more = [words, place].filter((one) => one !== '').map((one) => t('answer.quoted', { words: one }));
  return (
    <span className={styles.line} data-testid="answer-text">
      <span className={mergeClasses(help && styles.red)}>{t(`answer.${answer.answer}`)}</span>
      {more.length > 0 ? <span>{more.join(' ')}</span> : null}
      <span className={styles.muted}>{whenText(at, locale)}</span>
      {by ? <span className={styles.muted}>{t('roll.by', { name: by.name })}</span> : null}
      {paper ? <Badge appearance="tint">{t('roll.paper', { source: paper.source })}</Badge> : null}
      {late ? <Badge appearance="tint">{t('roll.late')}</Badge> : null}
    </span>
  );
}

function Own({ roll }: { readonly roll: RollView }) {
  const styles = useDisasterStyles();
  const t = useText(disasterText);
  const [changing, setChanging] = useState(false);
  if (!roll.asked) return null;
  const { answer } = roll.asked;
  if (!answer) return <AnswerForm roll={roll} />;
  return (
    <>
      <div className={styles.line}>
        <AnswerText answer={answer} />
        <Button size="small" onClick={() => setChanging((before) => !before)} data-testid="answer-change">
          {t('roll.change')}
        </Button>
      </div>
      {changing ? <AnswerForm roll={roll} onDone={() => setChanging(false)} /> : null}
    </>
  );
}

/** 安否確認 or 参集 as it stands before one person. */
export function RollCard({ roll }: { readonly roll: RollView }) {
  const styles = useDisasterStyles();
  const t = useText(disasterText);
  const locale = useLocale();
  return (
    <li className={styles.item} data-testid="roll">
      <div className={styles.line}>
        <Badge appearance="tint" color={roll.open ? 'danger' : 'informative'}>
          {t(`kind.${roll.kind}`)}
        </Badge>
        <h3 className={styles.name}>{roll.title}</h3>
        {roll.open ? null : <Badge appearance="outline">{t('roll.closed')}</Badge>}
      </div>
      <p className={styles.muted}>
        {t('roll.asked', { who: personText(roll.askedBy), when: whenText(roll.askedAt, locale) })}
        {roll.unitName ? ` ${roll.unitName}` : ''}
      </p>
      {roll.place ? <p className={styles.words}>{t('roll.place', { place: roll.place })}</p> : null}
      {roll.words ? <p className={styles.words}>{roll.words}</p> : null}
      <Own roll={roll} />
      {roll.may.board ? (
        <Link href={hashOf({ page: 'disaster', roll: { kind: roll.kind, id: roll.id } })} data-testid="roll-board-link">
          {t('roll.board')}
        </Link>
      ) : null}
    </li>
  );
}
