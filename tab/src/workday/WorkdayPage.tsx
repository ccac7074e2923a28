import { useText } from '../app/locale.ts';
import { PageHeading } from '../app/PageHeading.tsx';
import { PartsNav } from '../app/PartsNav.tsx';
import { hashOf, type WorkdayRoute } from '../app/routes.ts';
import { ChangeDay, CorrectApplication } from './applications/AgainApplication.tsx';
import { ApplicationsPart } from './applications/ApplicationsPart.tsx';
import { NewApplication } from './applications/NewApplication.tsx';
import { RulesPart } from './rules/RulesPart.tsx';
import { SheetPart } from './sheet/SheetPart.tsx';
import { workdayText } from './text.ts';
import { TodayPart } from './today/TodayPart.tsx';
import { useWorkdayStyles } from './Workday.styles.ts';

const PARTS: readonly WorkdayRoute[] = [
  { page: 'workday', part: 'today' },
  { page: 'workday', part: 'sheet', month: null },
  { page: 'workday', part: 'applications' },
  { page: 'workday', part: 'rules' },
];
const named = ({ part }: WorkdayRoute) =>
  part === 'new' || part === 'correct' || part === 'change' ? 'applications' : part;

function Parts({ route }: { readonly route: WorkdayRoute }) {
  const t = useText(workdayText);
  const parts = PARTS.map((one) => ({
    ...{ href: hashOf(one), text: t(`part.${named(one)}`), testId: `part-${one.part}` },
    isCurrent: named(one) === named(route),
  }));
  return <PartsNav label={t('part.label')} parts={parts} />;
}

function Part({ route }: { readonly route: WorkdayRoute }) {
  if (route.part === 'sheet') return <SheetPart month={route.month} />;
  if (route.part === 'applications') return <ApplicationsPart />;
  if (route.part === 'rules') return <RulesPart />;
  if (route.part === 'new') return <NewApplication key={route.kind} kind={route.kind} />;
  if (route.part === 'correct') return <CorrectApplication key={route.id} id={route.id} />;
  if (route.part === 'change') return <ChangeDay key={route.itemId} id={route.id} itemId={route.itemId} />;
  return <TodayPart />;
}

/** 勤務: my day, my month, my applications, and what the rules let one do. */
export function WorkdayPage({ route }: { readonly route: WorkdayRoute }) {
  const styles = useWorkdayStyles();
  const t = useText(workdayText);
  return (
    <div className={styles.page}>
      <PageHeading title={t('page.title')} focusKey={`workday ${named(route)}`} />
      <Parts route={route} />
      <Part route={route} />
    </div>
  );
}
