import type { AttendeeRole, MeetingState } from '@kaigi/core/contract';

/** In the order a meeting goes through them. */
export const MEETING_STATES: readonly MeetingState[] = [
  'PLANNED',
  'WRITING',
  'CONFIRMING',
  'SIGNING',
  'DECIDING',
  'FINAL',
  'CANCELLED',
];

export const ROLES: readonly AttendeeRole[] = ['CHAIR', 'MEMBER', 'STAFF', 'SIGNER', 'RECORDER', 'GUEST'];
