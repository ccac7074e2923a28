import { Link, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { MeetingView } from '@kaigi/core/contract';
import { whenText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { hashOf } from '../../app/routes.ts';
import { listText, personText } from '../../app/words.ts';
import { StatusBadge } from '../../approvals/StatusBadge.tsx';
import { useMinutesStyles } from '../Minutes.styles.ts';
import { courseText } from './text.ts';

type Returned = NonNullable<NonNullable<MeetingView['case']>['returned']>;

/** 差し戻しの理由, in the words of whoever gave it. */
function ReturnedFor({ returned, title }: { readonly returned: Returned; readonly title: string }) {
  const styles = useMinutesStyles();
  const locale = useLocale();
  return (
    <MessageBar intent="warning" layout="multiline" data-testid="course-returned">
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle>
        <span className={styles.small}>
          {personText(returned.by)} {whenText(returned.at, locale)}
        </span>
        <p className={styles.text}>{returned.reason}</p>
      </MessageBarBody>
    </MessageBar>
  );
}

/** The approval case of the minutes, as far as one may see it. */
export function CaseLine({ view: { caseId, case: found } }: { readonly view: MeetingView }) {
  const styles = useMinutesStyles();
  const t = useText(courseText);
  const locale = useLocale();
  if (caseId === null) return null;
  if (found === null) return <p className={styles.small}>{t('case.hidden')}</p>;
  return (
    <>
      <div className={styles.line} data-testid="course-case">
        <span className={styles.muted}>{t('case')}</span>
        {found.number ? <span className={styles.strong}>{found.number}</span> : null}
        <StatusBadge status={found.status} />
        <Link href={hashOf({ page: 'case', id: found.id })}>{t('case.open')}</Link>
      </div>
      {found.returned ? (
        <ReturnedFor
          returned={found.returned}
          title={t(found.status === 'SENT_BACK' ? 'case.sent_back' : 'case.ended')}
        />
      ) : null}
      {found.holders.map((holder) => (
        <p key={`${holder.unitName} ${holder.postTitle}`} className={styles.lead} data-testid="course-holder">
          {t('case.holder', {
            who: `${holder.unitName} ${holder.postTitle} ${listText(holder.names, locale) || t('case.vacant')}`,
            since: whenText(holder.since, locale),
          })}
        </p>
      ))}
    </>
  );
}
