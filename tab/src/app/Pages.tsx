import { Link } from '@fluentui/react-components';
import { MailInboxRegular } from '@fluentui/react-icons';
import { lazy, Suspense } from 'react';
import { CaseListPage } from '../approvals/CaseListPage.tsx';
import { CasePage } from '../approvals/CasePage.tsx';
import { InboxPage } from '../approvals/inbox/InboxPage.tsx';
import { ClosingPage } from '../attendance/ClosingPage.tsx';
import { ConfirmationsPage } from '../attendance/ConfirmationsPage.tsx';
import { ReportsPage } from '../attendance/ReportsPage.tsx';
import { SheetPage } from '../attendance/SheetPage.tsx';
import { BoardPage } from '../board/BoardPage.tsx';
import { RehearsalPage } from '../directory/RehearsalPage.tsx';
import { RehearsalsPage } from '../directory/RehearsalsPage.tsx';
import { DisasterPage } from '../disaster/DisasterPage.tsx';
import { RollBoardPage } from '../disaster/RollBoardPage.tsx';
import { DraftingPage } from '../drafting/DraftingPage.tsx';
import { InstructionPage } from '../instructions/InstructionPage.tsx';
import { InstructionsPage } from '../instructions/InstructionsPage.tsx';
import { MeetingsPages } from '../minutes/MeetingsPages.tsx';
import { PanelPage } from '../minutes/panel/PanelPage.tsx';
import { PresencePage } from '../presence/PresencePage.tsx';
import { RecordsPages } from '../records/RecordsPages.tsx';
import { ExplainPage } from '../regulations/ExplainPage.tsx';
import { PackPage } from '../regulations/packs/PackPage.tsx';
import { PacksPage } from '../regulations/packs/PacksPage.tsx';
import { SchedulesPages } from '../schedules/SchedulesPages.tsx';
import { SettingsPage } from '../settings/SettingsPage.tsx';
import { WorkdayPage } from '../workday/WorkdayPage.tsx';
import { useText } from './locale.ts';
import { EmptyState, LoadingState } from './PageStates.tsx';
import type { ListBox, Route } from './routes.ts';
import { appText } from './text.ts';

// The charts weigh as much as all other pages together, and few look at them.
const StatisticsPage = lazy(async () => {
  const { StatisticsPage: page } = await import('../statistics/StatisticsPage.tsx');
  return { default: page };
});

function UnknownPage() {
  const t = useText(appText);
  return (
    <EmptyState
      icon={<MailInboxRegular />}
      title={t('unknown.title')}
      body={t('unknown.body')}
      action={<Link href="#/inbox">{t('unknown.link')}</Link>}
    />
  );
}

function ListPage({ box, q }: { readonly box: ListBox; readonly q: string }) {
  return box === 'inbox' ? <InboxPage /> : <CaseListPage key={box} box={box} q={q} />;
}

function AttendancePage({ route }: { readonly route: Extract<Route, { page: 'confirmations' | 'closing' }> }) {
  const { page, month, staffId } = route;
  if (staffId !== null) return <SheetPage key={staffId} from={page} month={month} staffId={staffId} />;
  return page === 'closing' ? <ClosingPage month={month} /> : <ConfirmationsPage month={month} />;
}

export function Pages({ route }: { readonly route: Route }) {
  if (route.page === 'list') return <ListPage box={route.box} q={route.q} />;
  if (route.page === 'case') return <CasePage key={route.id} id={route.id} />;
  if (route.page === 'records') return <RecordsPages route={route} />;
  if (route.page === 'rehearsals') return <RehearsalsPage />;
  if (route.page === 'rehearsal') return <RehearsalPage key={route.id} id={route.id} />;
  if (route.page === 'instructions')
    return route.id === null ? <InstructionsPage /> : <InstructionPage key={route.id} id={route.id} />;
  if (route.page === 'drafting')
    return <DraftingPage key={route.id ?? 'new'} id={route.id} instruction={route.instruction ?? null} />;
  if (route.page === 'confirmations' || route.page === 'closing') return <AttendancePage route={route} />;
  if (route.page === 'reports') return <ReportsPage day={route.day} />;
  if (route.page === 'workday') return <WorkdayPage route={route} />;
  if (route.page === 'meetings') return <MeetingsPages route={route} />;
  if (route.page === 'panel') return <PanelPage key={route.chat} chat={route.chat} />;
  if (route.page === 'explain') return <ExplainPage />;
  if (route.page === 'packs') return <PacksPage />;
  if (route.page === 'pack') return <PackPage key={route.id} id={route.id} />;
  if (route.page === 'board') return <BoardPage />;
  if (route.page === 'disaster')
    return route.roll === null ? <DisasterPage /> : <RollBoardPage key={route.roll.id} roll={route.roll} />;
  if (route.page === 'presence') return <PresencePage />;
  if (route.page === 'schedules') return <SchedulesPages route={route} />;
  if (route.page === 'settings') return <SettingsPage />;
  if (route.page === 'statistics') {
    return (
      <Suspense fallback={<LoadingState />}>
        <StatisticsPage />
      </Suspense>
    );
  }
  return <UnknownPage />;
}
