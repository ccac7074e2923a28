import { Tab, TabList } from '@fluentui/react-components';
import { MailInboxCheckmarkRegular } from '@fluentui/react-icons';
import { useText } from '../../app/locale.ts';
import { PageHeading } from '../../app/PageHeading.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../app/PageStates.tsx';
import { approvalsText } from '../text.ts';
import { useInboxStyles } from './Inbox.styles.ts';
import { InboxDesk } from './InboxDesk.tsx';
import { SECTIONS, type SectionKey } from './inbox.ts';
import { KeyHelp } from './KeyHelp.tsx';
import { useKeyLetters } from './key-letters.ts';
import { inboxText } from './text.ts';
import { type Desk, useDesk } from './use-desk.ts';
import { type Inbox, useInbox } from './use-inbox.ts';
import { useMatterGroups } from './use-matter-groups.ts';
import { useWide } from './use-wide.ts';

function Sections({ desk }: { readonly desk: Desk }) {
  const styles = useInboxStyles();
  const t = useText(inboxText);
  const shown = SECTIONS.filter((key) => key !== 'standIn' || desk.counts.standIn > 0 || desk.section === key);
  return (
    <TabList
      className={styles.tabs}
      selectedValue={desk.section}
      onTabSelect={(_, { value }) => desk.show(value as SectionKey)}
      aria-label={t('inbox.sections')}
    >
      {shown.map((key) => (
        <Tab key={key} value={key} data-testid={`section-${key}`}>
          {t(`inbox.${key}`)} {desk.counts[key]}
        </Tab>
      ))}
    </TabList>
  );
}

interface BodyProps {
  readonly inbox: Inbox;
  readonly letters: boolean;
}

function Body({ inbox, letters }: BodyProps) {
  const t = useText(approvalsText);
  const groupOf = useMatterGroups();
  const wide = useWide();
  const desk = useDesk(inbox.items, groupOf);
  if (inbox.pending) return <LoadingState />;
  if (inbox.error !== null) return <ErrorState error={inbox.error} onRetry={inbox.retry} />;
  // Whoever has just decided the last one still wants to see what became of it.
  if (inbox.items.length === 0 && (desk.chosen === null || !wide)) {
    return <EmptyState icon={<MailInboxCheckmarkRegular />} title={t('empty.inbox')} body={t('empty.inbox.body')} />;
  }
  return (
    <>
      <Sections desk={desk} />
      <InboxDesk desk={desk} groupOf={groupOf} wide={wide} letters={letters} truncated={inbox.truncated} />
    </>
  );
}

/** Made for forty cases in ten minutes: list and case side by side, hands on the keys, the next one opens by itself. */
export function InboxPage() {
  const styles = useInboxStyles();
  const t = useText(approvalsText);
  const inbox = useInbox();
  const wide = useWide();
  const [letters, setLetters] = useKeyLetters();
  return (
    <>
      <div className={styles.head}>
        <PageHeading title={t('list.inbox')} focusKey="inbox" />
        <span className={styles.grow} />
        {wide ? <KeyHelp letters={letters} onLetters={setLetters} /> : null}
      </div>
      <Body inbox={inbox} letters={letters} />
    </>
  );
}
