import { Button } from '@fluentui/react-components';
import { type CaseView, isDecidedStatus } from '@kaigi/core/contract';
import { useText } from '../app/locale.ts';
import { useCasePageStyles } from './CasePage.styles.ts';
import { Section } from './Section.tsx';
import { approvalsText } from './text.ts';
import { useAnswerPaper, usePaperAnswer } from './use-paper-answer.ts';

/** After the decision the drafter says whether paper went round beside: 電子決裁率 is counted by it. */
export function PaperAnswerCard({ view }: { readonly view: CaseView }) {
  const styles = useCasePageStyles();
  const t = useText(approvalsText);
  // Only the drafter may set the effective day; of a completed case nobody may, so that the service is asked.
  const mayBeAsked = view.may.setEffectiveDate || view.status === 'COMPLETED';
  const { data } = usePaperAnswer(view.id, isDecidedStatus(view.status) && mayBeAsked);
  const { busy, answer } = useAnswerPaper(view.id);
  if (!data?.mayAnswer) return null;
  const look = (chosen: boolean) => (data.parallelPaper === chosen ? 'primary' : 'secondary');
  return (
    <Section title={t('paper.title')}>
      <p className={styles.prose}>{t('paper.ask')}</p>
      <div className={styles.buttons}>
        <Button
          appearance={look(false)}
          aria-pressed={data.parallelPaper === false}
          disabledFocusable={busy}
          onClick={() => answer(false)}
          data-testid="paper-no"
        >
          {t('paper.no')}
        </Button>
        <Button
          appearance={look(true)}
          aria-pressed={data.parallelPaper === true}
          disabledFocusable={busy}
          onClick={() => answer(true)}
          data-testid="paper-yes"
        >
          {t('paper.yes')}
        </Button>
      </div>
    </Section>
  );
}
