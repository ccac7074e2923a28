import { Badge, Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { PollView } from '@kaigi/core/contract';
import { useLocale, useText } from '../../app/locale.ts';
import { personText } from '../../app/words.ts';
import { whenText } from '../slots/Proposals.tsx';
import { pollsText } from './text.ts';

const line = `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`;

const useStyles = makeStyles({
  frame: { overflowX: 'auto', maxWidth: '100%' },
  table: { borderCollapse: 'collapse', fontSize: tokens.fontSizeBase300 },
  cell: {
    padding: tokens.spacingHorizontalS,
    borderBottom: line,
    textAlign: 'start',
    verticalAlign: 'top',
    fontWeight: tokens.fontWeightRegular,
  },
  // Wide enough that a name never stands letter below letter, also on a phone.
  who: { minWidth: '7.5rem', overflowWrap: 'anywhere' },
  head: { fontWeight: tokens.fontWeightSemibold, minWidth: '7rem' },
  book: { display: 'flex', width: 'fit-content', marginBlockStart: tokens.spacingVerticalXS },
  remark: {
    display: 'block',
    whiteSpace: 'pre-wrap',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
});

export interface AnswersTableProps {
  readonly poll: PollView;
  readonly busy: boolean;
  readonly onBook: (candidateId: string) => void;
}

type Candidate = PollView['candidates'][number];

function Head({ poll, candidate, busy, onBook }: AnswersTableProps & { readonly candidate: Candidate }) {
  const styles = useStyles();
  const t = useText(pollsText);
  const when = whenText(candidate, useLocale());
  return (
    <th scope="col" className={mergeClasses(styles.cell, styles.head)}>
      {when}
      {candidate.chosen ? (
        <Badge className={styles.book} color="success">
          {t('poll.chosen')}
        </Badge>
      ) : null}
      {poll.may.book ? (
        <Button
          size="small"
          className={styles.book}
          disabledFocusable={busy}
          aria-label={t('poll.book.of', { when })}
          onClick={() => onBook(candidate.candidateId)}
          data-testid="poll-book"
        >
          {t('poll.book')}
        </Button>
      ) : null}
    </th>
  );
}

function PersonRow({ poll, answer }: { readonly poll: PollView; readonly answer: PollView['answers'][number] }) {
  const styles = useStyles();
  const t = useText(pollsText);
  return (
    <tr data-testid="poll-person">
      <th scope="row" className={mergeClasses(styles.cell, styles.who)}>
        {personText(answer.person)} {answer.required ? null : <Badge appearance="outline">{t('poll.optional')}</Badge>}
        {answer.remark === '' ? null : <span className={styles.remark}>{answer.remark}</span>}
      </th>
      {poll.candidates.map(({ candidateId }) => (
        <td key={candidateId} className={styles.cell}>
          {t(`poll.mark.${answer.votes[candidateId] ?? 'none'}`)}
        </td>
      ))}
    </tr>
  );
}

/** Who can come when. */
export function AnswersTable(props: AnswersTableProps) {
  const { poll } = props;
  const styles = useStyles();
  const t = useText(pollsText);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className={styles.frame} aria-label={t('poll.people')} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={mergeClasses(styles.cell, styles.who)}>
              {t('poll.person')}
            </th>
            {poll.candidates.map((candidate) => (
              <Head key={candidate.candidateId} {...props} candidate={candidate} />
            ))}
          </tr>
        </thead>
        <tbody>
          {poll.answers.map((answer) => (
            <PersonRow key={answer.person.staffId} poll={poll} answer={answer} />
          ))}
          <tr>
            <th scope="row" className={styles.cell}>
              {t('poll.total')}
            </th>
            {poll.candidates.map(({ candidateId, yes, maybe, no }) => (
              <td key={candidateId} className={styles.cell} data-testid="poll-total">
                {t('poll.totals', { yes, maybe, no })}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </section>
  );
}
