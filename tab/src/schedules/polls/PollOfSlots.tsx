import type { SlotProposal } from '@kaigi/core/contract';
import { localDateOf } from '@kaigi/core/shared';
import { useState } from 'react';
import { useText } from '../../app/locale.ts';
import { PageHeading } from '../../app/PageHeading.tsx';
import { goTo } from '../../app/use-route.ts';
import { SchedulesParts } from '../SchedulesParts.tsx';
import type { TypedSearch } from '../slots/slots-form.ts';
import { useWeekStyles } from '../week/Week.styles.ts';
import { PollForm } from './PollForm.tsx';
import { pollOfSlots } from './poll-form.ts';
import { pollsText } from './text.ts';

export interface PollOfSlotsProps {
  /** The search in which they were found. */
  readonly searched: TypedSearch;
  readonly ticked: readonly SlotProposal[];
  readonly onLeave: () => void;
}

/** 「日程調整にする」: times that a search proposed, to be asked about. */
export function PollOfSlots({ searched, ticked, onLeave }: PollOfSlotsProps) {
  const styles = useWeekStyles();
  const t = useText(pollsText);
  const [begun] = useState(() => pollOfSlots(localDateOf(new Date()), searched, ticked));
  return (
    <div className={styles.page}>
      <PageHeading title={t('poll.form.new')} focusKey="poll of slots" />
      <SchedulesParts current="slots" />
      <PollForm
        poll={null}
        begun={begun}
        onDone={({ pollId }) => goTo({ page: 'schedules', part: 'polls', id: pollId })}
        onLeave={onLeave}
      />
    </div>
  );
}
