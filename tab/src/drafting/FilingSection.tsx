import { Radio, RadioGroup, Textarea } from '@fluentui/react-components';
import { useText } from '../app/locale.ts';
import { Section } from '../approvals/Section.tsx';
import { ClassificationField } from './ClassificationField.tsx';
import type { DisclosureKind } from './draft-form.ts';
import { HelpField } from './HelpField.tsx';
import type { SectionProps } from './section-props.ts';
import { draftingText } from './text.ts';

const KINDS: readonly DisclosureKind[] = ['PUBLIC', 'PARTIAL', 'CLOSED'];

/** 分類・保存期間・公開区分 */
export function FilingSection({ draft, shown, told }: SectionProps) {
  const t = useText(draftingText);
  const { form, change, asked } = draft;
  return (
    <Section title={t('section.filing')}>
      <ClassificationField
        code={form.classificationCode}
        title={form.title}
        ofMatter={asked?.classification ?? null}
        onCode={(classificationCode) => change({ classificationCode })}
        problem={told('classification')}
      />
      {shown.has('disclosure') ? (
        <HelpField name="disclosure">
          <RadioGroup
            layout="horizontal"
            value={form.disclosure}
            onChange={(_, { value }) => change({ disclosure: value as DisclosureKind })}
            data-testid="disclosure"
          >
            {KINDS.map((kind) => (
              <Radio key={kind} value={kind} label={t(`disclosure.${kind}`)} />
            ))}
          </RadioGroup>
        </HelpField>
      ) : null}
      {form.disclosure === 'PARTIAL' || form.disclosure === 'CLOSED' ? (
        <HelpField name="disclosureReason" required problem={told('disclosureReason')}>
          <Textarea
            value={form.disclosureReason}
            maxLength={500}
            rows={2}
            resize="vertical"
            onChange={(_, { value }) => change({ disclosureReason: value })}
            textarea={{ 'data-testid': 'disclosure-reason' } as object}
          />
        </HelpField>
      ) : null}
    </Section>
  );
}
