import { askedOf, type Poll } from './poll.ts';
import { isOver } from './rules.ts';

/** Who looks at a poll, or acts on it. */
export interface Looking {
  /** Oneself, and of executives their secretaries (`calendar/policy.ts`). */
  mayWriteFor(staffId: string): boolean;
}

/** Whose it is, and who keeps their calendar: not whoever once made it and does so no more. */
export const organises = ({ ownerId }: Pick<Poll, 'ownerId'>, { mayWriteFor }: Looking): boolean =>
  mayWriteFor(ownerId);

/** For whom of those asked this person may answer. */
export const answersFor = ({ content }: Pick<Poll, 'content'>, { mayWriteFor }: Looking): string[] =>
  askedOf(content).filter(mayWriteFor);

/** A draft is its organisers' alone. */
export const mayRead = (poll: Pick<Poll, 'ownerId' | 'content' | 'openedAt'>, looking: Looking): boolean =>
  organises(poll, looking) || (poll.openedAt !== null && answersFor(poll, looking).length > 0);

/** By where it stands, for its organisers; answers are for those asked, and end by the clock, not by the job. */
export const mayNow = ({ state, answerBy }: Pick<Poll, 'state' | 'answerBy'>, now: Date) => ({
  answer: state === 'OPEN' && !isOver({ answerBy }, now),
  change: state !== 'BOOKED' && state !== 'CANCELLED',
  send: state === 'DRAFT',
  close: state === 'OPEN',
  book: state === 'OPEN' || state === 'CHOSEN' || state === 'NOTHING',
  cancel: state !== 'BOOKED' && state !== 'CANCELLED',
});
