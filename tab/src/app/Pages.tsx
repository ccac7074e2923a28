import { Link } from '@fluentui/react-components';
import { MailInboxRegular } from '@fluentui/react-icons';
import { CaseListPage } from '../approvals/CaseListPage.tsx';
import { CasePage } from '../approvals/CasePage.tsx';
import { RehearsalPage } from '../directory/RehearsalPage.tsx';
import { RehearsalsPage } from '../directory/RehearsalsPage.tsx';
import { RegisterPage } from '../records/RegisterPage.tsx';
import { useText } from './locale.ts';
import { EmptyState } from './PageStates.tsx';
import type { Route } from './routes.ts';
import { appText } from './text.ts';

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

export function Pages({ route }: { readonly route: Route }) {
  if (route.page === 'list') return <CaseListPage key={route.box} box={route.box} q={route.q} />;
  if (route.page === 'case') return <CasePage key={route.id} id={route.id} />;
  if (route.page === 'register') return <RegisterPage fiscalYear={route.fiscalYear} />;
  if (route.page === 'rehearsals') return <RehearsalsPage />;
  if (route.page === 'rehearsal') return <RehearsalPage key={route.id} id={route.id} />;
  return <UnknownPage />;
}
