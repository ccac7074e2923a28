import { Field, Select } from '@fluentui/react-components';
import type { PaperForm } from '@kaigi/core/contract';
import { useText } from '../../app/locale.ts';
import { FORMS } from './forms.ts';
import { papersText } from './text.ts';

export interface FormSelectProps {
  readonly form: PaperForm;
  readonly onForm: (form: PaperForm) => void;
  readonly hint?: string | undefined;
}

/** 様式: which of the papers. */
export function FormSelect({ form, onForm, hint }: FormSelectProps) {
  const t = useText(papersText);
  return (
    <Field label={t('papers.form')} {...(hint === undefined ? {} : { hint: { children: hint, role: 'status' } })}>
      <Select
        value={form}
        onChange={(_, { value }) => onForm(FORMS.find((one) => one === value) ?? form)}
        data-testid="paper-form"
      >
        {FORMS.map((one) => (
          <option key={one} value={one}>
            {t(`form.${one}`)}
          </option>
        ))}
      </Select>
    </Field>
  );
}
