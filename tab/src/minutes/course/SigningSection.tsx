import { Badge, Link } from '@fluentui/react-components';
import type { MeetingView, SignerView, SigningView } from '@kaigi/core/contract';
import { whenText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { meetingHash } from '../../app/meeting-routes.ts';
import { Section } from '../../approvals/Section.tsx';
import { useMinutesStyles } from '../Minutes.styles.ts';
import { AskButton } from './AskButton.tsx';
import { useCourseStyles } from './Course.styles.ts';
import { courseText } from './text.ts';

export interface SigningSectionProps {
  readonly view: MeetingView;
  readonly signing: SigningView;
}

interface SignerProps extends SigningSectionProps {
  readonly signer: SignerView;
}

function PaperSignature({ view, signing: { version, digest }, signer }: SignerProps) {
  const styles = useMinutesStyles();
  const t = useText(courseText);
  const { attendeeId, name } = signer;
  return (
    <div>
      <AskButton
        {...{ meetingId: view.id, size: 'small', label: t('signing.paper'), testId: 'paper-signature' }}
        {...{ fullLabel: t('signing.paper.label', { name }), title: t('signing.paper.label', { name }) }}
        done={t('signing.paper.done')}
        field={{ label: t('signing.paper.note'), kind: 'words', required: true, first: '' }}
        order={(note) => ({ to: 'signing/paper', body: { version, digest, attendeeId, note } })}
      >
        <p className={styles.lead}>{t('signing.paper.body')}</p>
      </AskButton>
    </div>
  );
}

function Signer(props: SignerProps) {
  const styles = useMinutesStyles();
  const t = useText(courseText);
  const locale = useLocale();
  const { signing, signer } = props;
  const { name, postTitle, role, state, signsHere, signedAt, paper } = signer;
  return (
    <li className={styles.row} data-testid="signer" data-state={state}>
      <span className={styles.line}>
        <span className={styles.strong}>{[postTitle, name].filter(Boolean).join(' ')}</span>
        <span className={styles.muted}>{t(`signing.${role}`)}</span>
        <Badge appearance="tint" color={state === 'SIGNED' ? 'success' : 'informative'}>
          {t(`signing.${state}`)}
        </Badge>
        {signedAt ? <span className={styles.small}>{whenText(signedAt, locale)}</span> : null}
      </span>
      {paper === null ? null : <span className={styles.small}>{t('signing.on_paper', { paper })}</span>}
      {signing.may.enterPaper && state === 'WAITING' && !signsHere ? <PaperSignature {...props} /> : null}
    </li>
  );
}

function Refuse({ view, signing: { version } }: SigningSectionProps) {
  const t = useText(courseText);
  return (
    <div>
      <AskButton
        {...{ meetingId: view.id, label: t('signing.refuse'), testId: 'refuse-to-sign' }}
        title={t('signing.refuse.title')}
        done={t('signing.refuse.done')}
        field={{ label: t('signing.refuse.reason'), kind: 'words', required: true, first: '' }}
        order={(reason) => ({ to: 'signing/refuse', body: { version, reason } })}
      />
    </div>
  );
}

/** What is signed, and who has. */
export function SigningSection({ view, signing }: SigningSectionProps) {
  const styles = useMinutesStyles();
  const own = useCourseStyles();
  const t = useText(courseText);
  if (signing.needed === 0 && !signing.isUnderWay) return null;
  return (
    <Section title={t('signing.title')}>
      <div>
        <p className={styles.small}>{t('signing.what')}</p>
        <p className={own.digest} data-testid="signing-digest">
          {signing.digest}
        </p>
        <Link href={meetingHash({ page: 'meetings', part: 'minutes', id: view.id })}>{t('signing.read')}</Link>
      </div>
      {signing.article ? <p className={styles.small}>{t('basis.article', { article: signing.article })}</p> : null}
      <ul className={styles.list}>
        {signing.signers.map((signer) => (
          <Signer key={signer.attendeeId} {...{ view, signing, signer }} />
        ))}
      </ul>
      {signing.may.refuse ? <Refuse view={view} signing={signing} /> : null}
    </Section>
  );
}
