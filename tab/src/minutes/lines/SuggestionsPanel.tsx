import { Button } from '@fluentui/react-components';
import type { MeetingLines } from '@kaigi/core/contract';
import { useMemo, useState } from 'react';
import { useText } from '../../app/locale.ts';
import { ErrorState, LoadingState } from '../../app/PageStates.tsx';
import { Section } from '../../approvals/Section.tsx';
import { useMinutesStyles } from '../Minutes.styles.ts';
import { useLinesStyles } from './Lines.styles.ts';
import { around, KINDS, type LineQuery, type Suggestion, suggestedFor, wishesOf } from './suggested.ts';
import { suggestionsText } from './suggestions-text.ts';
import { useSuggestions } from './use-suggestions.ts';
import type { TranscriptDesk } from './use-transcript.ts';

/** How many of one kind are listed: of hundreds one takes all, or the next come after these. */
const MOST_LISTED = 30;

interface ActsProps {
  readonly onTake: (taken: readonly Suggestion[]) => void;
  readonly onLeave: (key: string) => void;
  readonly onGo: (lineId: string) => void;
}

function GoButton({
  words,
  lineId,
  onGo,
}: { readonly words: string; readonly lineId: string } & Pick<ActsProps, 'onGo'>) {
  const t = useText(suggestionsText);
  return (
    <Button
      {...{ size: 'small', appearance: 'subtle' }}
      aria-label={t('suggestion.go.label', { words })}
      onClick={() => onGo(lineId)}
      data-testid="suggestion-go"
    >
      {t('suggestion.go')}
    </Button>
  );
}

function One({ suggestion, onTake, onLeave, onGo }: { readonly suggestion: Suggestion } & ActsProps) {
  const styles = useMinutesStyles();
  const own = useLinesStyles();
  const t = useText(suggestionsText);
  const { before, after, key, line } = suggestion;
  const { lead, rest } = around(suggestion);
  const take = after === '' ? t('suggestion.take.out', { before }) : t('suggestion.take.label', { before, after });
  return (
    <li className={styles.row} data-testid="suggestion" data-line={line.id}>
      <span className={styles.text}>
        {lead}
        <del className={own.before}>{before}</del>
        {after === '' ? null : <ins className={own.after}>{after}</ins>}
        {rest}
      </span>
      <span className={styles.buttons}>
        <Button size="small" aria-label={take} onClick={() => onTake([suggestion])} data-testid="suggestion-take">
          {t('suggestion.take')}
        </Button>
        <Button
          {...{ size: 'small', appearance: 'subtle' }}
          aria-label={t('suggestion.leave.label', { before })}
          onClick={() => onLeave(key)}
          data-testid="suggestion-leave"
        >
          {t('suggestion.leave')}
        </Button>
        <GoButton words={before} lineId={line.id} onGo={onGo} />
      </span>
    </li>
  );
}

interface KindProps extends ActsProps {
  readonly kind: Suggestion['kind'];
  readonly suggestions: readonly Suggestion[];
}

function Kind({ kind, suggestions, ...acts }: KindProps) {
  const styles = useMinutesStyles();
  const t = useText(suggestionsText);
  const title = t(`kind.${kind}`, { count: suggestions.length });
  const more = suggestions.length - MOST_LISTED;
  return (
    <div className={styles.stack} data-testid="suggestion-kind" data-kind={kind}>
      <span className={styles.line}>
        <h3 className={styles.small}>{title}</h3>
        <Button
          size="small"
          aria-label={t('kind.all.label', { kind: title })}
          onClick={() => acts.onTake(suggestions)}
          data-testid="suggestion-all"
        >
          {t('kind.all')}
        </Button>
      </span>
      <ul className={styles.list}>
        {suggestions.slice(0, MOST_LISTED).map((one) => (
          <One key={`${one.key}/${one.from}`} suggestion={one} {...acts} />
        ))}
      </ul>
      {more > 0 ? <p className={styles.small}>{t('kind.more', { count: more })}</p> : null}
    </div>
  );
}

function Queries({ queries, onGo }: { readonly queries: readonly LineQuery[] } & Pick<ActsProps, 'onGo'>) {
  const styles = useMinutesStyles();
  const t = useText(suggestionsText);
  if (queries.length === 0) return null;
  const more = queries.length - MOST_LISTED;
  return (
    <div className={styles.stack} data-testid="queries">
      <h3 className={styles.small}>{t('queries', { count: queries.length })}</h3>
      <p className={styles.small}>{t('queries.lead')}</p>
      <ul className={styles.list}>
        {queries.slice(0, MOST_LISTED).map(({ key, line, words, why }) => (
          <li key={key} className={styles.row} data-testid="query">
            <span className={styles.strong}>{words}</span>
            <span className={styles.small}>{why}</span>
            <span>
              <GoButton words={words} lineId={line.id} onGo={onGo} />
            </span>
          </li>
        ))}
      </ul>
      {more > 0 ? <p className={styles.small}>{t('kind.more', { count: more })}</p> : null}
    </div>
  );
}

export interface SuggestionsPanelProps extends Pick<ActsProps, 'onGo'> {
  readonly desk: TranscriptDesk;
  readonly data: MeetingLines;
}

function useSuggested({ desk, data }: Pick<SuggestionsPanelProps, 'desk' | 'data'>) {
  const question = useSuggestions(data);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const { items } = desk.saver;
  const suggested = useMemo(() => suggestedFor(question.data?.items ?? [], items, left), [question.data, items, left]);
  const leave = (key: string) => setLeft((before) => new Set(before).add(key));
  return { question, suggested, leave };
}

/** 整文の候補: before and after of each, and what only the speaker can tell. */
export function SuggestionsPanel({ desk, data, onGo }: SuggestionsPanelProps) {
  const styles = useMinutesStyles();
  const own = useLinesStyles();
  const t = useText(suggestionsText);
  const { question, suggested, leave } = useSuggested({ desk, data });
  const { suggestions, queries } = suggested;
  const handleTake = (taken: readonly Suggestion[]) => {
    desk.rest();
    desk.act(wishesOf(taken, desk.saver.current()));
  };
  if (question.isPending) return <LoadingState />;
  if (!question.data)
    return <ErrorState error={question.error} title={t('suggestions.error')} onRetry={() => void question.refetch()} />;
  const groups = KINDS.map((kind) => ({ kind, suggestions: suggestions.filter((one) => one.kind === kind) }));
  return (
    <div className={own.panel} data-testid="suggestions">
      <Section title={t('suggestions.open')}>
        <p className={styles.small}>{t('suggestions.lead')}</p>
        {suggestions.length === 0 ? (
          <p className={styles.lead}>{t(desk.saver.waiting > 0 ? 'suggestions.unsaved' : 'suggestions.none')}</p>
        ) : null}
        {groups
          .filter((group) => group.suggestions.length > 0)
          .map((group) => (
            <Kind key={group.kind} {...group} onTake={handleTake} onLeave={leave} onGo={onGo} />
          ))}
        <Queries queries={queries} onGo={onGo} />
      </Section>
    </div>
  );
}
