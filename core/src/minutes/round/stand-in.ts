import type { AbsenceEvidence } from '../../directory/index.ts';
import { type LocalDate, localDateOf } from '../../shared/index.ts';
import { isOver } from './rules.ts';
import type { Round } from './store.ts';

/** What is known of the chair's absence, as far as somebody settles in their place because of it. */
export type Away = Pick<AbsenceEvidence, 'absenceId' | 'source' | 'until' | 'stale' | 'statement' | 'recordedBy'>;

/**
 * Of an absence of the moment: the chair is not back by the last day, or that day is over. A light beside a name is no
 * absence, nor is what a source could not be asked about lately.
 */
export const awayTooLong = <One extends Away>(
  known: readonly One[],
  round: Pick<Round, 'dueOn'>,
  today: LocalDate,
): One[] =>
  known.filter(
    ({ source, stale, until }) =>
      source !== 'GRAPH_PRESENCE' &&
      !stale &&
      (isOver(round, today) || until === null || localDateOf(new Date(until)) > round.dueOn),
  );
