import type { ExplainView, MattersView } from '@kaigi/core/contract';
import { useLocale, useText } from '../app/locale.ts';
import { listText } from '../app/words.ts';
import { Section } from '../approvals/Section.tsx';
import { MatterFields } from '../regulations/MatterFields.tsx';
import { OPTIONAL } from './applicable.ts';
import { useDraftingStyles } from './Drafting.styles.ts';
import type { SectionProps } from './section-props.ts';
import { draftingText } from './text.ts';

export interface MatterSectionProps extends SectionProps {
  readonly matters: MattersView;
  readonly answer: ExplainView | null;
  readonly tried: boolean;
}

/** 事案: what the regulations have to know, and at once who decides. */
export function MatterSection({ draft, shown, matters, answer, tried }: MatterSectionProps) {
  const styles = useDraftingStyles();
  const t = useText(draftingText);
  const locale = useLocale();
  const { form, change } = draft;
  const hidden = OPTIONAL.filter((field) => !shown.has(field)).map((field) => t(`hidden.${field}`));
  return (
    <Section title={t('section.matter')}>
      <MatterFields
        matters={matters}
        typed={form.matter}
        onTyped={(matter) => change({ matter })}
        tried={tried}
        decisionClass={answer?.decisionClass?.code ?? null}
        raisable={shown.has('escalations')}
      />
      {hidden.length > 0 ? (
        <p className={styles.small} data-testid="hidden-fields">
          {t('hidden.note', { names: listText(hidden, locale) })}
        </p>
      ) : null}
    </Section>
  );
}
