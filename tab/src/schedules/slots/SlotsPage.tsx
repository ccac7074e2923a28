import type { SlotProposal, SlotsInput } from '@kaigi/core/contract';
import { localDateOf } from '@kaigi/core/shared';
import { useState } from 'react';
import { useText } from '../../app/locale.ts';
import { focusPageHeading, PageHeading } from '../../app/PageHeading.tsx';
import { ErrorState, LoadingState } from '../../app/PageStates.tsx';
import { PollOfSlots } from '../polls/PollOfSlots.tsx';
import { SchedulesParts } from '../SchedulesParts.tsx';
import { useRooms, useSlots } from '../use-schedules.ts';
import { useWeekStyles } from '../week/Week.styles.ts';
import { BookDialog } from './BookDialog.tsx';
import { Proposals } from './Proposals.tsx';
import { SlotsForm } from './SlotsForm.tsx';
import { newSearch, readSearch, type SearchProblem, type TypedSearch } from './slots-form.ts';
import { slotsText } from './text.ts';

/** 「空き時間を探す」: who has to meet for how long; when they can, and why then. */
export function SlotsPage() {
  const styles = useWeekStyles();
  const t = useText(slotsText);
  const [today] = useState(() => localDateOf(new Date()));
  const [typed, setTyped] = useState(() => newSearch(today));
  const [problem, setProblem] = useState<SearchProblem | null>(null);
  const [chosen, setChosen] = useState<SlotProposal | null>(null);
  const [ticked, setTicked] = useState<readonly SlotProposal[]>([]);
  const [searched, setSearched] = useState(typed);
  const [polls, setPolls] = useState(false);
  const rooms = useRooms(today).data?.items ?? [];
  const slots = useSlots();
  const asked: SlotsInput | undefined = slots.variables;
  const handleTyped = (next: TypedSearch) => {
    setTyped(next);
    setProblem(null);
  };
  const search = () => {
    if (slots.isPending) return;
    const read = readSearch(typed, rooms);
    setProblem(read.ok ? null : read.problem);
    if (!read.ok) return;
    setTicked([]);
    setSearched(typed);
    slots.mutate(read.input);
  };
  const close = () => {
    setChosen(null);
    focusPageHeading();
  };
  const handleAgain = () => {
    close();
    setTicked([]);
    if (asked) slots.mutate(asked);
  };
  if (polls) return <PollOfSlots {...{ searched, ticked }} onLeave={() => setPolls(false)} />;
  return (
    <div className={styles.page}>
      <PageHeading title={t('slots.title')} focusKey="slots" />
      <SchedulesParts current="slots" />
      <p className={styles.lead}>{t('slots.lead')}</p>
      <SlotsForm {...{ typed, rooms, problem }} busy={slots.isPending} onTyped={handleTyped} onSearch={search} />
      {slots.isPending ? <LoadingState /> : null}
      {slots.isError ? <ErrorState error={slots.error} onRetry={search} /> : null}
      {slots.isSuccess ? (
        <Proposals
          {...{ view: slots.data, ticked }}
          onBook={setChosen}
          onTicked={setTicked}
          onPoll={() => setPolls(true)}
        />
      ) : null}
      {chosen && asked ? <BookDialog proposal={chosen} asked={asked} onAgain={handleAgain} onClose={close} /> : null}
    </div>
  );
}
