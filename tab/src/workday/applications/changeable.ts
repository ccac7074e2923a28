import type { ApplicationKindName } from '@kaigi/core/contract';

/** A day of these kinds keeps its place until another application has taken it; of the others it is cancelled first. */
export const CHANGED_BY_ANOTHER: readonly ApplicationKindName[] = ['TELEWORK', 'TRIP'];
