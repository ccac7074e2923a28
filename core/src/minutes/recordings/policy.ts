import type { Meeting } from '../meetings/meeting.ts';
import { maySee, type Sight } from '../meetings/policy.ts';

/** A voice tells more than what was written down of it: that a meeting was public opens its minutes, not its recordings. */
export const mayHear = (meeting: Meeting, sight: Sight): boolean => maySee({ ...meeting, isOpen: false }, sight);
