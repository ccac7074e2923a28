import { Field, InfoLabel } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useText } from '../app/locale.ts';
import type { fieldText } from './field-text.ts';
import { draftingText } from './text.ts';

type Named<Code> = Code extends `field.${infer Name}.help` ? Name : never;
export type HelpedField = Named<keyof typeof fieldText>;

export interface HelpFieldProps {
  readonly name: HelpedField;
  readonly required?: boolean;
  readonly hint?: string | null;
  readonly problem?: string | null;
  readonly children: ReactElement;
}

/** A field with its help beside the label, for whoever fills it in for the first time. */
export function HelpField({ name, required = false, hint = null, problem = null, children }: HelpFieldProps) {
  const t = useText(draftingText);
  return (
    <Field
      required={required}
      label={{
        children: (_: unknown, props: object) => (
          <InfoLabel {...props} required={required} info={t(`field.${name}.help`)}>
            {t(`field.${name}`)}
          </InfoLabel>
        ),
      }}
      hint={hint}
      validationState={problem === null ? 'none' : 'error'}
      validationMessage={problem}
    >
      {children}
    </Field>
  );
}
