import { useText } from '../app/locale.ts';
import { PartsNav } from '../app/PartsNav.tsx';
import { RECORDS_PARTS, type RecordsPart } from '../app/record-routes.ts';
import { hashOf } from '../app/routes.ts';
import { useMe } from '../app/use-me.ts';
import { partsText } from './text.ts';

/** The pages of 文書管理, on each of them. */
export function RecordsParts({ current }: { readonly current: RecordsPart | null }) {
  const t = useText(partsText);
  const roles = useMe().data?.roles ?? [];
  // Its own list is for whoever has to see that all is settled.
  const isOfficer = roles.some((role) => role === 'RECORDS_OFFICER' || role === 'CHIEF_RECORDS_MANAGER');
  const parts = RECORDS_PARTS.filter((part) => part !== 'todo' || isOfficer || current === 'todo').map((part) => ({
    ...{ href: hashOf({ page: 'records', part, id: null, wish: {} }), text: t(`parts.${part}`) },
    ...{ testId: `part-${part}`, isCurrent: part === current },
  }));
  return <PartsNav label={t('parts.label')} parts={parts} />;
}
