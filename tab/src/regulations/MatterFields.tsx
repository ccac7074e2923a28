import { Checkbox } from '@fluentui/react-components';
import type { MattersView } from '@kaigi/core/contract';
import { useText } from '../app/locale.ts';
import { EscalationFields } from './EscalationFields.tsx';
import { FactFields } from './FactFields.tsx';
import { MatterPicker } from './MatterPicker.tsx';
import { matterOf } from './matters.ts';
import type { TypedMatter } from './question.ts';
import { regulationsText } from './text.ts';

const GENERAL_CODE = 'GENERAL';

export interface MatterFieldsProps {
  readonly matters: MattersView;
  readonly typed: TypedMatter;
  readonly onTyped: (typed: TypedMatter) => void;
  readonly tried: boolean;
  readonly decisionClass: string | null;
  /** False where nothing can be raised any further, and for minor matters. */
  readonly raisable: boolean;
}

/** All that the regulations have to know of a case: matter, facts, likeness, reasons to go up. */
export function MatterFields({ matters, typed, onTyped, tried, decisionClass, raisable }: MatterFieldsProps) {
  const t = useText(regulationsText);
  const matter = matterOf(matters, typed.code);
  const { analogousTo } = typed;
  const first = matters.items.find(({ code }) => code !== GENERAL_CODE)?.code ?? null;
  const model = analogousTo === null ? null : matterOf(matters, analogousTo);
  const asked = model ?? matter;
  return (
    <>
      <MatterPicker
        matters={matters}
        code={typed.code}
        onCode={(code) => onTyped({ ...typed, code, analogousTo: null })}
      />
      {matters.analogy && typed.code === GENERAL_CODE && first !== null ? (
        <Checkbox
          checked={analogousTo !== null}
          label={t('matter.analogous')}
          onChange={(_, { checked }) => onTyped({ ...typed, analogousTo: checked === true ? first : null })}
          input={{ 'data-testid': 'analogous' } as object}
        />
      ) : null}
      {analogousTo === null ? null : (
        <MatterPicker
          matters={{ ...matters, items: matters.items.filter(({ code }) => code !== GENERAL_CODE) }}
          code={analogousTo}
          onCode={(code) => onTyped({ ...typed, analogousTo: code })}
          label={t('matter.analogous.label')}
          testId="analogous-picker"
        />
      )}
      {asked ? (
        <FactFields
          matter={asked}
          facts={typed.facts}
          onFacts={(facts) => onTyped({ ...typed, facts })}
          tried={tried}
        />
      ) : null}
      {raisable ? (
        <EscalationFields matters={matters} typed={typed} onTyped={onTyped} decisionClass={decisionClass} />
      ) : null}
    </>
  );
}
