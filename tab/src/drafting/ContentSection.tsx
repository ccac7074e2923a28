import { Input, Textarea } from '@fluentui/react-components';
import type { CaseView } from '@kaigi/core/contract';
import { useText } from '../app/locale.ts';
import { Section } from '../approvals/Section.tsx';
import { DocumentField } from './DocumentField.tsx';
import { HelpField } from './HelpField.tsx';
import type { SectionProps } from './section-props.ts';
import { draftingText } from './text.ts';

export interface ContentSectionProps extends SectionProps {
  readonly stored: CaseView['document'] | null;
  readonly chosen: File | null;
  readonly busy: boolean;
  readonly onFile: (file: File) => void;
}

/** 件名・伺い文・文書・根拠法令 */
export function ContentSection({ draft, shown, told, stored, chosen, busy, onFile }: ContentSectionProps) {
  const t = useText(draftingText);
  const { form, change } = draft;
  return (
    <Section title={t('section.content')}>
      <DocumentField stored={stored} chosen={chosen} busy={busy} onFile={onFile} problem={told('document')} />
      <HelpField name="title" required hint={t('field.title.hint')} problem={told('title')}>
        <Input
          value={form.title}
          maxLength={220}
          onChange={(_, { value }) => change({ title: value })}
          input={{ 'data-testid': 'draft-title' } as object}
        />
      </HelpField>
      <HelpField name="proposalText">
        <Textarea
          value={form.proposalText}
          maxLength={4000}
          rows={6}
          resize="vertical"
          onChange={(_, { value }) => change({ proposalText: value })}
          textarea={{ 'data-testid': 'draft-proposal' } as object}
        />
      </HelpField>
      {shown.has('legalBasis') ? (
        <HelpField name="legalBasis">
          <Textarea
            value={form.legalBasis}
            maxLength={500}
            rows={2}
            resize="vertical"
            onChange={(_, { value }) => change({ legalBasis: value })}
            textarea={{ 'data-testid': 'draft-legal-basis' } as object}
          />
        </HelpField>
      ) : null}
    </Section>
  );
}
