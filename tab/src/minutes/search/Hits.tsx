import { Badge, Link, makeStyles, tokens } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons';
import type { MinutesHit } from '@kaigi/core/contract';
import { plainText } from '@kaigi/core/shared';
import { dayText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { MoreButton } from '../../app/MoreButton.tsx';
import { meetingHash, type SearchWish } from '../../app/meeting-routes.ts';
import { EmptyState, ErrorState, LoadingState } from '../../app/PageStates.tsx';
import { Section } from '../../approvals/Section.tsx';
import { useMinutesStyles } from '../Minutes.styles.ts';
import { MeetingStateBadge } from '../meetings/MeetingStateBadge.tsx';
import { searchText } from './text.ts';
import { useSearch } from './use-search.ts';

const useStyles = makeStyles({
  hit: {
    color: tokens.colorBrandForeground2,
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorBrandBackground2,
    '@media (forced-colors: active)': { backgroundColor: 'Mark', color: 'MarkText' },
  },
});

/** Where it stands: the sentence, the line, else the meeting. */
function placeOf({ kind, id, meeting }: MinutesHit): string {
  if (kind === 'SENTENCE') return meetingHash({ page: 'meetings', part: 'minutes', id: meeting.id, sentence: id });
  if (kind === 'LINE') return meetingHash({ page: 'meetings', part: 'transcript', id: meeting.id, line: id });
  return meetingHash({ page: 'meetings', part: 'facts', id: meeting.id });
}

function Hit({ hit }: { readonly hit: MinutesHit }) {
  const styles = useMinutesStyles();
  const own = useStyles();
  const t = useText(searchText);
  const { kind, snippet, speaker } = hit;
  return (
    <li className={styles.line} data-testid="hit" data-kind={kind}>
      <Badge appearance="tint" color={kind === 'SENTENCE' ? 'brand' : 'informative'}>
        {t(`kind.${kind}`)}
      </Badge>
      {speaker === null ? null : <span className={styles.muted}>{speaker}</span>}
      <Link
        className={styles.grow}
        href={placeOf(hit)}
        aria-label={t('hit.open', { kind: t(`kind.${kind}`), text: plainText(snippet) })}
      >
        {snippet.map(({ text, hit: marked }, at) =>
          marked ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never change places
            <mark key={at} className={own.hit}>
              {text}
            </mark>
          ) : (
            text
          ),
        )}
      </Link>
    </li>
  );
}

/** What was found in one meeting, under its name. */
function OfMeeting({
  hits,
  meeting,
}: {
  readonly hits: readonly MinutesHit[];
  readonly meeting: MinutesHit['meeting'];
}) {
  const styles = useMinutesStyles();
  const locale = useLocale();
  const { id, title, state, heldOn, bodyName, unitName } = meeting;
  return (
    <li className={styles.row} data-testid="found-meeting" data-meeting-id={id}>
      <Link className={styles.strong} href={meetingHash({ page: 'meetings', part: 'facts', id })}>
        {title}
      </Link>
      <div className={styles.line}>
        <MeetingStateBadge state={state} />
        {[dayText(heldOn, locale), bodyName ?? '', unitName]
          .filter((word) => word !== '')
          .map((word) => (
            <span key={word} className={styles.muted}>
              {word}
            </span>
          ))}
      </div>
      <ul className={styles.found}>
        {hits.map((hit) => (
          <Hit key={`${hit.kind}${hit.id}`} hit={hit} />
        ))}
      </ul>
    </li>
  );
}

/** What was found, meeting by meeting. */
export function Hits({ wish }: { readonly wish: SearchWish }) {
  const styles = useMinutesStyles();
  const t = useText(searchText);
  const list = useSearch(wish);
  if (list.isPending) return <LoadingState />;
  if (!list.data) return <ErrorState error={list.error} title={t('page.error')} onRetry={() => void list.refetch()} />;
  const items = list.data.pages.flatMap((page) => page.items);
  if (items.length === 0)
    return <EmptyState icon={<SearchRegular />} title={t('results.none')} body={t('results.none.body')} />;
  return (
    <Section title={t('results')}>
      <p className={styles.lead} role="status" data-testid="search-total">
        {t('results.total', { count: list.data.pages[0]?.total ?? 0 })}
      </p>
      <ul className={styles.list}>
        {[...Map.groupBy(items, ({ meeting }) => meeting.id).values()].map((hits) =>
          hits[0] ? <OfMeeting key={hits[0].meeting.id} hits={hits} meeting={hits[0].meeting} /> : null,
        )}
      </ul>
      <MoreButton list={list} />
    </Section>
  );
}
