const OF_MINUTES = /^minutes\/([0-9a-f-]{36})\//;

/** The meeting whose minutes a case is about, by what the case says it was made of; null where it is something else. */
export const meetingOf = (externalId: string | null): string | null => OF_MINUTES.exec(externalId ?? '')?.[1] ?? null;
