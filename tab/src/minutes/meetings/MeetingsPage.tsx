import { Button, Field, Input, Link, Select } from '@fluentui/react-components';
import { AddRegular, ChatRegular, ConferenceRoomRegular } from '@fluentui/react-icons';
import type { Me, MeetingList } from '@kaigi/core/contract';
import { useState } from 'react';
import { dayText } from '../../app/dates.ts';
import { useHost } from '../../app/host-context.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { MoreButton } from '../../app/MoreButton.tsx';
import { MEETING_BOXES, type MeetingBox, meetingHash } from '../../app/meeting-routes.ts';
import { PageHeading } from '../../app/PageHeading.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../app/PageStates.tsx';
import { PartsNav } from '../../app/PartsNav.tsx';
import { useMe } from '../../app/use-me.ts';
import { goTo } from '../../app/use-route.ts';
import { Section } from '../../approvals/Section.tsx';
import { useMinutesStyles } from '../Minutes.styles.ts';
import { SearchBox } from '../search/SearchBox.tsx';
import { Due } from './Due.tsx';
import { MEETING_STATES } from './kinds.ts';
import { MeetingStateBadge } from './MeetingStateBadge.tsx';
import { meetingsText } from './text.ts';
import { type MeetingWish, useMeetingList } from './use-meetings.ts';

type Item = MeetingList['items'][number];
type Filters = Omit<MeetingWish, 'box'>;

function Boxes({ box }: { readonly box: MeetingBox }) {
  const t = useText(meetingsText);
  const parts = MEETING_BOXES.map((one) => ({
    ...{ href: meetingHash({ page: 'meetings', part: 'list', box: one }), text: t(`box.${one}`) },
    ...{ testId: `box-${one}`, isCurrent: one === box },
  }));
  return <PartsNav label={t('box.label')} parts={parts} />;
}

interface FiltersProps {
  readonly filters: Filters;
  readonly onFilters: (filters: Filters) => void;
}

function FilterFields({ filters, onFilters }: FiltersProps) {
  const styles = useMinutesStyles();
  const t = useText(meetingsText);
  const { state, from, to } = filters;
  const set = (name: 'from' | 'to', value: string) => {
    const { [name]: _, ...others } = filters;
    onFilters(value === '' ? others : { ...others, [name]: value });
  };
  const handleState = (value: string) => {
    const { state: _, ...others } = filters;
    const chosen = MEETING_STATES.find((one) => one === value);
    onFilters(chosen ? { ...others, state: chosen } : others);
  };
  return (
    <search className={styles.filters}>
      <Field label={t('filter.state')}>
        <Select value={state ?? ''} onChange={(_, { value }) => handleState(value)} data-testid="filter-state">
          <option value="">{t('filter.any')}</option>
          {MEETING_STATES.map((one) => (
            <option key={one} value={one}>
              {t(`state.${one}`)}
            </option>
          ))}
        </Select>
      </Field>
      {(['from', 'to'] as const).map((name) => (
        <Field key={name} label={t(`filter.${name}`)}>
          <Input
            type="date"
            value={(name === 'from' ? from : to) ?? ''}
            onChange={(_, { value }) => set(name, value)}
            data-testid={`filter-${name}`}
          />
        </Field>
      ))}
    </search>
  );
}

function Row({ item }: { readonly item: Item }) {
  const styles = useMinutesStyles();
  const t = useText(meetingsText);
  const locale = useLocale();
  const words = [dayText(item.heldOn, locale), item.place, item.bodyName ?? '', item.unitName];
  return (
    <li className={styles.row} data-testid="meeting-row" data-meeting-id={item.id}>
      <Link className={styles.strong} href={meetingHash({ page: 'meetings', part: 'facts', id: item.id })}>
        {item.title}
      </Link>
      <div className={styles.line}>
        <MeetingStateBadge state={item.state} />
        {words
          .filter((word) => word !== '')
          .map((word) => (
            <span key={word} className={styles.muted}>
              {word}
            </span>
          ))}
        {item.hasTranscript ? <span className={styles.muted}>{t('row.transcript')}</span> : null}
        {item.due ? <Due due={item.due} /> : null}
      </div>
    </li>
  );
}

function NewButton() {
  const t = useText(meetingsText);
  return (
    <Button
      appearance="primary"
      icon={<AddRegular />}
      onClick={() => goTo({ page: 'meetings', part: 'new' })}
      data-testid="new-meeting"
    >
      {t('new.open')}
    </Button>
  );
}

/** Where the page stands beside a chat, that chat; else the person says which. */
function ChatButton() {
  const t = useText(meetingsText);
  const { chat } = useHost();
  return (
    <Button
      icon={<ChatRegular />}
      onClick={() => goTo({ page: 'meetings', part: 'chat', chat })}
      data-testid="from-chat"
    >
      {t('chat.open')}
    </Button>
  );
}

function Rows({ box, filters }: { readonly box: MeetingBox; readonly filters: Filters }) {
  const styles = useMinutesStyles();
  const t = useText(meetingsText);
  const list = useMeetingList({ box, ...filters });
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  if (list.isPending) return <LoadingState />;
  if (!list.data) return <ErrorState error={list.error} title={t('page.error')} onRetry={() => void list.refetch()} />;
  if (items.length === 0 && Object.keys(filters).length > 0)
    return <p className={styles.lead}>{t('list.nothing_found')}</p>;
  if (items.length === 0)
    return <EmptyState icon={<ConferenceRoomRegular />} title={t('list.none')} body={t('list.none.body')} />;
  return (
    <>
      <ul className={styles.list}>
        {items.map((item) => (
          <Row key={item.id} item={item} />
        ))}
      </ul>
      <MoreButton list={list} />
    </>
  );
}

const WATCH_RECORDS: readonly Me['roles'][number][] = ['RECORDS_OFFICER', 'CHIEF_RECORDS_MANAGER', 'AUDITOR'];

/** Whom the service shows what is kept; it holds to it whatever a page shows. */
const watchesRecords = (me: Me | undefined): boolean => me?.roles.some((role) => WATCH_RECORDS.includes(role)) ?? false;

/** 会議録: the meetings, and by when their minutes are due. */
export function MeetingsPage({ box }: { readonly box: MeetingBox }) {
  const styles = useMinutesStyles();
  const t = useText(meetingsText);
  const me = useMe().data;
  const [filters, setFilters] = useState<Filters>({});
  return (
    <div className={styles.page}>
      <PageHeading title={t('page.title')} focusKey="meetings" />
      <p className={styles.lead}>{t('page.lead')}</p>
      <div className={styles.line}>
        <NewButton />
        <ChatButton />
        <Link href={meetingHash({ page: 'meetings', part: 'backlog' })} data-testid="to-backlog">
          {t('backlog.open')}
        </Link>
        {watchesRecords(me) ? (
          <Link href={meetingHash({ page: 'meetings', part: 'kept' })} data-testid="to-kept">
            {t('kept.open')}
          </Link>
        ) : null}
        <Link href={meetingHash({ page: 'meetings', part: 'glossary' })} data-testid="open-glossary">
          {t('glossary.open')}
        </Link>
      </div>
      <SearchBox />
      <Boxes box={box} />
      <FilterFields filters={filters} onFilters={setFilters} />
      <Section title={t(`box.${box}`)}>
        <Rows box={box} filters={filters} />
      </Section>
    </div>
  );
}
