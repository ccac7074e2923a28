import { Badge, Button, Field, Link, Spinner, Textarea } from '@fluentui/react-components';
import type { ReportListItem } from '@kaigi/core/contract';
import { useState } from 'react';
import { errorWords } from '../api/error-text.ts';
import { whenText } from '../app/dates.ts';
import { useLocale, useText } from '../app/locale.ts';
import { useNotice } from '../app/Notices.tsx';
import { hashOf } from '../app/routes.ts';
import { useAttendanceStyles } from './Attendance.styles.ts';
import { reportsText } from './reports-text.ts';
import { attendanceText } from './text.ts';
import { useComment } from './use-confirmations.ts';

interface ItemProps {
  readonly item: ReportListItem;
}

type Said = NonNullable<ReportListItem['plan']>;
type Tone = 'SEEN' | 'THANKS' | 'WORDS';

function Cases({ cases }: Pick<Said, 'cases'>) {
  const styles = useAttendanceStyles();
  const t = useText(reportsText);
  if (cases.length === 0) return null;
  return (
    <ul className={`${styles.plain} ${styles.small}`}>
      {cases.map(({ caseId, title, number }) => (
        <li key={caseId}>
          {title === null ? (
            t('report.case.hidden')
          ) : (
            <Link href={hashOf({ page: 'case', id: caseId })}>{[number, title].filter(Boolean).join(' ')}</Link>
          )}
        </li>
      ))}
    </ul>
  );
}

function Report({ kind, said }: { readonly kind: 'PLAN' | 'RESULT'; readonly said: Said | null }) {
  const styles = useAttendanceStyles();
  const t = useText(reportsText);
  const locale = useLocale();
  return (
    <div className={styles.tight} data-testid={`report-${kind}`}>
      <span className={styles.line}>
        <span className={styles.name}>{t(`report.${kind}`)}</span>
        <span className={styles.small}>{said ? whenText(said.at, locale) : t('report.missing')}</span>
      </span>
      {said ? <p className={styles.prose}>{said.text}</p> : null}
      {said && said.tomorrow !== '' ? (
        <p className={styles.small}>{t('report.tomorrow', { text: said.tomorrow })}</p>
      ) : null}
      {said ? <Cases cases={said.cases} /> : null}
    </div>
  );
}

function useCommenting({ item }: ItemProps) {
  const t = useText(reportsText);
  const locale = useLocale();
  const notify = useNotice();
  const { mutate, isPending } = useComment();
  const [words, setWords] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const say = (tone: Tone, text = '') => {
    if (isPending || item.id === null) return;
    setTried(tone === 'WORDS');
    if (tone === 'WORDS' && text === '') return;
    mutate(
      { id: item.id, input: { version: item.version, tone, text } },
      {
        onSuccess: () => {
          setWords(null);
          notify({ text: t('comment.done', { name: item.person.name }), intent: 'success' });
        },
        onError: (error) =>
          notify({ text: t('comment.failed'), body: errorWords(error, locale).sentence, intent: 'error' }),
      },
    );
  };
  const missing = tried && words !== null && words.trim() === '' ? { validationMessage: t('comment.missing') } : {};
  const write = (text: string | null) => {
    setTried(false);
    setWords(text);
  };
  return { say, isPending, words, write, missing };
}

function WordsForm({ commenting }: { readonly commenting: ReturnType<typeof useCommenting> }) {
  const styles = useAttendanceStyles();
  const t = useText(reportsText);
  const dialog = useText(attendanceText);
  const { say, isPending, words, write, missing } = commenting;
  return (
    <>
      <Field label={t('comment.text')} required {...missing}>
        <Textarea
          autoFocus
          value={words ?? ''}
          maxLength={1000}
          onChange={(_, { value }) => write(value)}
          data-testid="comment-text"
        />
      </Field>
      <div className={styles.buttons}>
        <Button
          size="small"
          appearance="primary"
          disabledFocusable={isPending}
          icon={isPending ? <Spinner size="tiny" /> : null}
          onClick={() => say('WORDS', (words ?? '').trim())}
          data-testid="comment-send"
        >
          {t('comment.send')}
        </Button>
        <Button size="small" disabledFocusable={isPending} onClick={() => write(null)}>
          {dialog('dialog.close')}
        </Button>
      </div>
    </>
  );
}

function Answer({ item }: ItemProps) {
  const styles = useAttendanceStyles();
  const t = useText(reportsText);
  const commenting = useCommenting({ item });
  const { name } = item.person;
  if (commenting.words !== null) return <WordsForm commenting={commenting} />;
  return (
    <div className={styles.buttons}>
      {(['SEEN', 'THANKS'] as const).map((tone) => (
        <Button
          key={tone}
          size="small"
          {...(tone === 'SEEN' ? { 'data-stop': true } : {})}
          disabledFocusable={commenting.isPending}
          aria-label={t('comment.of', { name, words: t(`comment.${tone}`) })}
          onClick={() => commenting.say(tone)}
          data-testid={`comment-${tone}`}
        >
          {t(`comment.${tone}`)}
        </Button>
      ))}
      <Button
        size="small"
        appearance="subtle"
        aria-label={t('comment.words.of', { name })}
        onClick={() => commenting.write('')}
        data-testid="comment-words"
      >
        {t('comment.words')}
      </Button>
    </div>
  );
}

function Comments({ item: { comments } }: ItemProps) {
  const styles = useAttendanceStyles();
  const t = useText(reportsText);
  if (comments.length === 0) return null;
  return (
    <ul className={`${styles.plain} ${styles.tight}`}>
      {comments.map(({ at, by, tone, text }) => (
        <li key={`${at} ${by.staffId}`} className={styles.small} data-testid="report-comment">
          {t('comment.by', { who: by.name, words: tone === 'WORDS' ? text : t(`comment.${tone}`) })}
        </li>
      ))}
    </ul>
  );
}

/** What somebody planned and did on a day, and the word of their boss. */
export function ReportItem({ item }: ItemProps) {
  const styles = useAttendanceStyles();
  const t = useText(reportsText);
  const { person, plan, result, asked, id } = item;
  return (
    <li className={styles.reportRow} data-item data-testid="report-row" data-name={person.name}>
      <div className={styles.tight}>
        <span className={styles.name}>{person.name}</span>
        <span className={styles.small}>{`${person.unitName} ${person.postTitle}`}</span>
        {asked
          .filter(({ state }) => state === 'LATE')
          .map(({ kind }) => (
            <Badge key={kind} appearance="tint" color="warning" className={styles.start}>
              {t(`report.late.${kind}`)}
            </Badge>
          ))}
      </div>
      <Report kind="PLAN" said={plan} />
      <Report kind="RESULT" said={result} />
      <div className={styles.answer}>
        <Comments item={item} />
        {id === null ? null : <Answer item={item} />}
      </div>
    </li>
  );
}
