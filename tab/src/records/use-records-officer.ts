import { useMe } from '../app/use-me.ts';

/** Does the reader see to it that all is settled, and so have a list of it? */
export function useRecordsOfficer(): boolean {
  const roles = useMe().data?.roles ?? [];
  return roles.some((role) => role === 'RECORDS_OFFICER' || role === 'CHIEF_RECORDS_MANAGER');
}

/** 総括文書管理者; null until it is known. */
export function useChiefManager(): boolean | null {
  const me = useMe().data;
  return me ? me.roles.includes('CHIEF_RECORDS_MANAGER') : null;
}
