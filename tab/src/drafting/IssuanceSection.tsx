import { Dropdown, Input, Option, Textarea } from '@fluentui/react-components';
import { dayText } from '../app/dates.ts';
import { useLocale, useText } from '../app/locale.ts';
import { Section } from '../approvals/Section.tsx';
import { useDraftingStyles } from './Drafting.styles.ts';
import type { IssuanceMethod } from './draft-form.ts';
import { HelpField } from './HelpField.tsx';
import { isRetroactive } from './problems.ts';
import type { SectionProps } from './section-props.ts';
import { draftingText } from './text.ts';

const METHODS: readonly IssuanceMethod[] = ['NONE', 'DISPATCH', 'NOTICE', 'CONTRACT', 'POSTING', 'OTHER'];

function MethodFields({ draft }: Pick<SectionProps, 'draft'>) {
  const styles = useDraftingStyles();
  const t = useText(draftingText);
  const locale = useLocale();
  const { form, change } = draft;
  const { issuance } = form;
  const goesOut = issuance !== '' && issuance !== 'NONE';
  const fairCopy = issuance === '' ? null : t(goesOut ? 'issuance.fairCopy' : 'issuance.noFairCopy');
  return (
    <div className={styles.pair}>
      <HelpField name="issuance" hint={fairCopy}>
        <Dropdown
          className={styles.select}
          value={issuance === '' ? '' : t(`issuance.${issuance}`)}
          selectedOptions={issuance === '' ? [] : [issuance]}
          onOptionSelect={(_, { optionValue }) => change({ issuance: (optionValue ?? '') as IssuanceMethod })}
          data-testid="issuance"
        >
          {METHODS.map((method) => (
            <Option key={method} value={method}>
              {t(`issuance.${method}`)}
            </Option>
          ))}
        </Dropdown>
      </HelpField>
      {goesOut ? (
        <HelpField name="issuedOn" hint={form.issuedOn === '' ? null : dayText(form.issuedOn, locale)}>
          <Input
            type="date"
            className={styles.day}
            value={form.issuedOn}
            onChange={(_, { value }) => change({ issuedOn: value })}
            input={{ 'data-testid': 'issued-on' } as object}
          />
        </HelpField>
      ) : null}
    </div>
  );
}

/** 施行方法・期日 and 施行日; a day that is named is shown in red with its reason. */
export function IssuanceSection({ draft, shown, told }: SectionProps) {
  const styles = useDraftingStyles();
  const t = useText(draftingText);
  const locale = useLocale();
  const { form, change, today } = draft;
  const marked = isRetroactive(form, today) ? 'issuance.retroactive' : 'issuance.differs';
  if (!shown.has('issuance') && !shown.has('effective')) return null;
  return (
    <Section title={t('section.issuance')}>
      {shown.has('issuance') ? <MethodFields draft={draft} /> : null}
      {shown.has('effective') ? (
        <HelpField name="effectiveOn" hint={form.effectiveOn === '' ? null : dayText(form.effectiveOn, locale)}>
          <Input
            type="date"
            className={styles.day}
            value={form.effectiveOn}
            onChange={(_, { value }) => change({ effectiveOn: value })}
            input={{ 'data-testid': 'effective-on' } as object}
          />
        </HelpField>
      ) : null}
      {form.effectiveOn !== '' && shown.has('effective') ? (
        <>
          <span className={styles.red} role="status" data-testid="retroactive">
            {t(marked)}
          </span>
          <HelpField name="retroactiveReason" required problem={told('retroactiveReason')}>
            <Textarea
              value={form.retroactiveReason}
              maxLength={1000}
              rows={3}
              resize="vertical"
              onChange={(_, { value }) => change({ retroactiveReason: value })}
              textarea={{ 'data-testid': 'retroactive-reason' } as object}
            />
          </HelpField>
        </>
      ) : null}
    </Section>
  );
}
