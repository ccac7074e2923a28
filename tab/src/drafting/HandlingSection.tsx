import { Radio, RadioGroup } from '@fluentui/react-components';
import type { Urgency } from '@kaigi/core/contract';
import { useText } from '../app/locale.ts';
import { Section } from '../approvals/Section.tsx';
import { CheckGroup } from '../regulations/CheckGroup.tsx';
import { confidentialityOf, LEAKS, type Leak, staysInside, worstLeak } from './confidentiality.ts';
import { useDraftingStyles } from './Drafting.styles.ts';
import { HelpField } from './HelpField.tsx';
import type { SectionProps } from './section-props.ts';
import { draftingText } from './text.ts';

const URGENCIES: readonly Urgency[] = ['NORMAL', 'URGENT', 'EMERGENCY'];

/** The level that follows from the answers, and why. */
function Level({ leaks }: { readonly leaks: readonly Leak[] }) {
  const styles = useDraftingStyles();
  const t = useText(draftingText);
  const level = confidentialityOf(leaks);
  const worst = worstLeak(leaks);
  return (
    <p className={styles.level} role="status" style={{ margin: 0 }} data-testid="confidentiality" data-level={level}>
      <span className={styles.strong}>{t(`level.${level}`)}</span>
      <span className={styles.small}>
        {worst === null ? t('level.nobody') : t('level.because', { leak: t(`leak.${worst}`) })}
      </span>
      <span className={styles.small}>{t(staysInside(level) ? 'level.inside' : 'level.outside')}</span>
    </p>
  );
}

/** 機密性 and 緊急度, asked as plain questions. */
export function HandlingSection({ draft }: Pick<SectionProps, 'draft'>) {
  const t = useText(draftingText);
  const { form, change } = draft;
  const handleLeak = (leak: string, checked: boolean) =>
    change({ leaks: LEAKS.filter((one) => (one === leak ? checked : form.leaks.includes(one))) });
  return (
    <Section title={t('section.handling')}>
      <CheckGroup
        label={t('field.leaks')}
        info={t('field.leaks.help')}
        items={LEAKS.map((leak) => ({ code: leak, label: t(`leak.${leak}`), checked: form.leaks.includes(leak) }))}
        onChecked={handleLeak}
        testId="leak"
      />
      <Level leaks={form.leaks} />
      <HelpField name="urgency">
        <RadioGroup
          value={form.urgency}
          onChange={(_, { value }) => change({ urgency: value as Urgency })}
          data-testid="urgency"
        >
          {URGENCIES.map((urgency) => (
            <Radio key={urgency} value={urgency} label={t(`urgency.${urgency}`)} />
          ))}
        </RadioGroup>
      </HelpField>
    </Section>
  );
}
