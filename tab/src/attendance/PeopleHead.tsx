import { Tab, TabList } from '@fluentui/react-components';
import { useText } from '../app/locale.ts';
import { PageHeading } from '../app/PageHeading.tsx';
import { goTo } from '../app/use-route.ts';
import { useAttendanceStyles } from './Attendance.styles.ts';
import { attendanceText } from './text.ts';

/** The head of both pages of a boss, with the way from one to the other. */
export function PeopleHead({ view }: { readonly view: 'month' | 'reports' }) {
  const styles = useAttendanceStyles();
  const t = useText(attendanceText);
  const show = (chosen: unknown) =>
    goTo(chosen === 'reports' ? { page: 'reports', day: null } : { page: 'confirmations', month: null, staffId: null });
  return (
    <div className={styles.head}>
      <PageHeading title={t('people.title')} focusKey="people" />
      <p className={styles.lead}>{t(view === 'month' ? 'people.lead' : 'people.lead.reports')}</p>
      <TabList
        selectedValue={view}
        onTabSelect={(_, { value }) => show(value)}
        aria-label={t('people.view')}
        size="small"
      >
        {(['month', 'reports'] as const).map((one) => (
          <Tab key={one} value={one} data-testid={`people-${one}`}>
            {t(`people.view.${one}`)}
          </Tab>
        ))}
      </TabList>
    </div>
  );
}
