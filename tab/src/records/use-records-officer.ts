import { useMe } from '../app/use-me.ts';

/** Does the reader see to it that all is settled, and so have a list of it? */
export function useRecordsOfficer(): boolean {
  const roles = useMe().data?.roles ?? [];
  return roles.some((role) => role === 'RECORDS_OFFICER' || role === 'CHIEF_RECORDS_MANAGER');
}
