import { TaskListAddRegular } from '@fluentui/react-icons';
import type { InstructionBox } from '@kaigi/core/contract';
import { useText } from '../app/locale.ts';
import { MoreButton } from '../app/MoreButton.tsx';
import { PageHeading } from '../app/PageHeading.tsx';
import { EmptyState, ErrorState, LoadingState } from '../app/PageStates.tsx';
import { Section } from '../approvals/Section.tsx';
import { InstructionForm } from './InstructionForm.tsx';
import { InstructionRow } from './InstructionRow.tsx';
import { useInstructionStyles } from './Instructions.styles.ts';
import { instructionsText } from './text.ts';
import { useAddressees, useInstructionList } from './use-instructions.ts';

type List = ReturnType<typeof useInstructionList>;

function Rows({ list, box }: { readonly list: List; readonly box: InstructionBox }) {
  const styles = useInstructionStyles();
  const t = useText(instructionsText);
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  if (items.length === 0) return <p className={styles.none}>{t(`${box}.none`)}</p>;
  return (
    <>
      <ul className={styles.list}>
        {items.map((view) => (
          <InstructionRow key={view.id} view={view} box={box} />
        ))}
      </ul>
      <MoreButton list={list} />
    </>
  );
}

function Lists() {
  const t = useText(instructionsText);
  const received = useInstructionList('received');
  const given = useInstructionList('given');
  const below = useAddressees('');
  const questions = [received, given, below];
  if (questions.some(({ data, isPending }) => isPending && !data)) return <LoadingState />;
  const failed = questions.find(({ data }) => !data);
  if (failed || !below.data) {
    const retry = () => void Promise.all(questions.filter(({ data }) => !data).map((one) => one.refetch()));
    return <ErrorState error={failed?.error} title={t('page.error')} onRetry={retry} />;
  }
  const count = (list: List) => list.data?.pages[0]?.items.length ?? 0;
  const gives = below.data.items.length > 0 || count(given) > 0;
  if (count(received) === 0 && !gives)
    return <EmptyState icon={<TaskListAddRegular />} title={t('received.none')} body={t('received.none.body')} />;
  return (
    <>
      <Section title={t('received')}>
        <Rows list={received} box="received" />
      </Section>
      {below.data.items.length > 0 ? <InstructionForm /> : null}
      {gives ? (
        <Section title={t('given')}>
          <Rows list={given} box="given" />
        </Section>
      ) : null}
    </>
  );
}

/** 作成指示: what was asked of me before I drafted, and what I asked. */
export function InstructionsPage() {
  const styles = useInstructionStyles();
  const t = useText(instructionsText);
  return (
    <div className={styles.page}>
      <PageHeading title={t('page.title')} focusKey="instructions" />
      <p className={styles.lead}>{t('page.lead')}</p>
      <Lists />
    </div>
  );
}
