import { useText } from '../app/locale.ts';
import { PartsNav } from '../app/PartsNav.tsx';
import { RECORDS_PARTS, type RecordsPart } from '../app/record-routes.ts';
import { hashOf } from '../app/routes.ts';
import { partsText } from './text.ts';
import { useChiefManager, useRecordsOfficer } from './use-records-officer.ts';

/** The pages of 文書管理, on each of them. */
export function RecordsParts({ current }: { readonly current: RecordsPart | null }) {
  const t = useText(partsText);
  const [isOfficer, isChief] = [useRecordsOfficer(), useChiefManager()];
  const isTheirs = (part: RecordsPart): boolean =>
    part === current || (part === 'todo' ? isOfficer : part !== 'import' || isChief === true);
  const parts = RECORDS_PARTS.filter(isTheirs).map((part) => ({
    ...{ href: hashOf({ page: 'records', part, id: null, wish: {} }), text: t(`parts.${part}`) },
    ...{ testId: `part-${part}`, isCurrent: part === current },
  }));
  return <PartsNav label={t('parts.label')} parts={parts} />;
}
