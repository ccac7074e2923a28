import { Link } from '@fluentui/react-components';
import type { MeetingView } from '@kaigi/core/contract';
import { useText } from '../../app/locale.ts';
import { hashOf } from '../../app/routes.ts';
import { StatusBadge } from '../../approvals/StatusBadge.tsx';
import { useMinutesStyles } from '../Minutes.styles.ts';
import { courseText } from './text.ts';

/** The approval case of the minutes, as far as one may see it. */
export function CaseLine({ view: { caseId, case: found } }: { readonly view: MeetingView }) {
  const styles = useMinutesStyles();
  const t = useText(courseText);
  if (caseId === null) return null;
  if (found === null) return <p className={styles.small}>{t('case.hidden')}</p>;
  return (
    <div className={styles.line} data-testid="course-case">
      <span className={styles.muted}>{t('case')}</span>
      {found.number ? <span className={styles.strong}>{found.number}</span> : null}
      <StatusBadge status={found.status} />
      <Link href={hashOf({ page: 'case', id: found.id })}>{t('case.open')}</Link>
    </div>
  );
}
