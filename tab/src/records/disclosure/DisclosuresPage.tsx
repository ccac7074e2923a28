import { Link, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { DocumentSearchRegular } from '@fluentui/react-icons';
import type { DisclosureSummary, Disclosures } from '@kaigi/core/contract';
import { dayText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { PageHeading } from '../../app/PageHeading.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../app/PageStates.tsx';
import { hashOf } from '../../app/routes.ts';
import { CutNote } from '../CutNote.tsx';
import { useDisposalStyles } from '../disposal/Disposal.styles.ts';
import { RecordsParts } from '../RecordsParts.tsx';
import { Marks } from './Badges.tsx';
import { useDisclosureStyles } from './Disclosure.styles.ts';
import { OpenButton } from './OpenDialog.tsx';
import { disclosureText } from './text.ts';
import { useDisclosures } from './use-disclosures.ts';

/** Its days: until when, or when and how it ended. */
function Days({
  request: { receivedOn, dueOn, decidedOn, withdrawnOn, dismissedOn },
}: {
  readonly request: DisclosureSummary;
}) {
  const t = useText(disclosureText);
  const locale = useLocale();
  const days = [
    ['received', receivedOn],
    ['due', dueOn],
    ['decided', decidedOn],
    ['withdrawn', withdrawnOn],
    ['dismissed', dismissedOn],
  ] as const;
  return days.flatMap(([code, day]) => (day === null ? [] : [t(code, { day: dayText(day, locale) })])).join(' / ');
}

function Entry({ request }: { readonly request: DisclosureSummary }) {
  const styles = useDisposalStyles();
  const { id, number, subject, schemeName, unitName } = request;
  return (
    <li className={styles.entry} data-testid="disclosure">
      <div className={styles.name}>
        <Link href={hashOf({ page: 'records', part: 'disclosures', id, wish: {} })}>{`${number} ${subject}`}</Link>
        <div className={styles.quiet}>{`${schemeName} / ${unitName}`}</div>
        <div className={styles.quiet}>
          <Days request={request} />
        </div>
      </div>
      <div className={styles.badges}>
        <Marks request={request} />
      </div>
    </li>
  );
}

function Requests({ items }: Pick<Disclosures, 'items'>) {
  const styles = useDisposalStyles();
  const own = useDisclosureStyles();
  const t = useText(disclosureText);
  const late = items.filter(({ overdue }) => overdue).length;
  if (items.length === 0)
    return <EmptyState icon={<DocumentSearchRegular />} title={t('list.empty')} body={t('list.empty.body')} />;
  return (
    <>
      {late === 0 ? null : (
        <MessageBar intent="warning" layout="multiline" className={own.told} data-testid="disclosures-late">
          <MessageBarBody>{t('list.overdue', { count: late })}</MessageBarBody>
        </MessageBar>
      )}
      <ul className={styles.list} aria-label={t('list.label')}>
        {items.map((request) => (
          <Entry key={request.id} request={request} />
        ))}
      </ul>
    </>
  );
}

/** 開示請求: what was asked for, and until when it has to be decided. */
export function DisclosuresPage() {
  const styles = useDisposalStyles();
  const t = useText(disclosureText);
  const { data, error, isPending, refetch } = useDisclosures();
  if (isPending) return <LoadingState />;
  if (!data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <RecordsParts current="disclosures" />
      <div className={styles.head}>
        <div>
          <PageHeading title={t('list.title')} focusKey="disclosures" />
          <p className={styles.lead}>{t('list.lead')}</p>
        </div>
        <OpenButton schemes={data.schemes} />
      </div>
      <CutNote truncated={data.truncated} shown={data.items.length} />
      <Requests items={data.items} />
    </>
  );
}
