import { Badge, Text } from '@fluentui/react-components';
import { type CaseStatus, type CaseView, DECIDED_STATUSES } from '@kaigi/core/contract';
import type { CaseState } from '../pane/pane-state.ts';
import { sayWhen } from '../pane/when.ts';
import { FailureNotice } from '../parts/FailureNotice.tsx';
import { Notice } from '../parts/Notice.tsx';
import { PageLink } from '../parts/PageLink.tsx';
import { usePane } from '../parts/pane-context.ts';
import { usePaneStyles } from '../parts/pane-styles.ts';
import { AnewButton } from '../records/AnewButton.tsx';
import { RememberNotice } from '../records/RememberNotice.tsx';
import { StampPart } from '../records/StampPart.tsx';
import { CaseActions } from './CaseActions.tsx';
import { RouteList } from './RouteList.tsx';

const COLOR: Readonly<Record<CaseStatus, 'informative' | 'brand' | 'warning' | 'success' | 'subtle'>> = {
  DRAFT: 'informative',
  IN_REVIEW: 'brand',
  IN_DISPUTE: 'warning',
  SENT_BACK: 'warning',
  DECIDED: 'success',
  ISSUED: 'success',
  COMPLETED: 'informative',
  REJECTED: 'warning',
  ABANDONED: 'subtle',
  WITHDRAWN: 'subtle',
};

const ENDED: readonly CaseStatus[] = [...DECIDED_STATUSES, 'REJECTED', 'ABANDONED', 'WITHDRAWN'];

export function CasePanel({ state }: { state: CaseState }) {
  const { say } = usePane();
  const styles = usePaneStyles();
  const { view, failure } = state;
  const ended = ENDED.includes(view.status);
  return (
    <div className={styles.column}>
      <div className={styles.tight}>
        <div>
          <Badge
            size="large"
            appearance="tint"
            color={COLOR[view.status]}
            data-testid="case-status"
            data-status={view.status}
          >
            {say(`status.${view.status}`)}
          </Badge>
        </div>
        {isConfidential(view) ? <Confidential view={view} /> : <Named view={view} />}
        <PageLink of="case" id={view.id} />
      </div>
      <RememberNotice remembered={state.remembered} />
      {state.justFiled && <Notice intent="success" text={say('case.drafted')} />}
      {state.replaced && (
        <Notice intent="success" text={say('replaced', { version: view.document.fileVersion })} testId="replaced" />
      )}
      {state.writtenOn && view.may.edit && <Notice intent="warning" text={say('writtenOn.case')} testId="written-on" />}
      {isConfidential(view) ? null : <Standing view={view} />}
      <StampPart number={view.documentNumber} stamp={state.stamp} dateLabel={say('case.decidedOn')} />
      {isConfidential(view) ? null : <Route view={view} />}
      {failure && <FailureNotice failure={failure} />}
      <CaseActions state={state} />
      {ended && <AnewButton />}
    </div>
  );
}

interface Shown {
  readonly view: CaseView;
}

/** Above 自治体機密性 2: what the case is about and where it stands is shown in the tab only. */
const isConfidential = ({ confidentiality }: CaseView): boolean => confidentiality !== 'C1' && confidentiality !== 'C2';

function Confidential({ view }: Shown) {
  const { say } = usePane();
  const styles = usePaneStyles();
  const number = view.documentNumber ? ` ${view.documentNumber.label}` : '';
  return (
    <div className={styles.tight} data-testid="confidential">
      <h2 className={styles.heading}>
        {say('case.confidential')}
        {number}
      </h2>
      <Text size={200} className={styles.soft}>
        {say('case.confidential.why')}
      </Text>
    </div>
  );
}

function Named({ view }: Shown) {
  const { say, locale } = usePane();
  const styles = usePaneStyles();
  return (
    <>
      <h2 className={styles.heading}>{view.title}</h2>
      <Text size={200} className={styles.soft}>
        {say('case.classification')}: {view.classification.name} / {view.period[locale]}
        {' / '}
        {say('case.fileVersion', { version: view.document.fileVersion })}
      </Text>
    </>
  );
}

function Standing({ view }: Shown) {
  return (
    <>
      <Holder view={view} />
      <SentBack view={view} />
      <Withdrawal view={view} />
    </>
  );
}

function Route({ view }: Shown) {
  const { say, locale } = usePane();
  const styles = usePaneStyles();
  return (
    <>
      {view.routeProblem !== null && (
        <Notice intent="warning" text={say('case.routeProblem', { problem: view.routeProblem })} />
      )}
      {view.route.length > 0 && (
        <section className={styles.tight}>
          <h3 className={styles.heading}>{say('case.route')}</h3>
          <RouteList slots={view.route} />
          {view.basis && (
            <Text size={200} className={styles.soft}>
              {locale === 'en' && view.basis.sentenceEn ? view.basis.sentenceEn : view.basis.sentence}
            </Text>
          )}
        </section>
      )}
    </>
  );
}

function Holder({ view }: Shown) {
  const { say, locale } = usePane();
  const styles = usePaneStyles();
  if (!view.holder) return null;
  const { unitName, postTitle, names, since } = view.holder;
  return (
    <Text className={styles.wrap} data-testid="holder">
      {say('case.now', {
        post: `${unitName} ${postTitle}`,
        names: names.join('、') || say('case.vacant'),
        since: sayWhen(since, locale),
      })}
    </Text>
  );
}

function SentBack({ view }: Shown) {
  const { say, locale } = usePane();
  if (view.status !== 'SENT_BACK' || !view.sentBack) return null;
  const { by, at, reason } = view.sentBack;
  const who = say('case.sentBackBy', { post: by.postTitle, name: by.name, at: sayWhen(at, locale) });
  return <Notice intent="warning" title={say('case.reason')} text={reason} small={who} testId="sent-back" />;
}

function Withdrawal({ view }: Shown) {
  const { say, locale } = usePane();
  if (!view.withdrawalRequest) return null;
  const { at, reason } = view.withdrawalRequest;
  return <Notice intent="info" text={say('withdraw.asked', { at: sayWhen(at, locale), reason })} testId="withdrawal" />;
}
