import { Field, Radio, RadioGroup, Textarea } from '@fluentui/react-components';
import type { CaseView } from '@kaigi/core/contract';
import { useText } from '../app/locale.ts';
import { type ActDraft, type ActShape, isComplete } from './acts.ts';
import { approvalsText } from './text.ts';

export interface ActFieldsProps {
  readonly opened: CaseView;
  readonly shape: ActShape;
  readonly draft: ActDraft;
  readonly onDraft: (draft: ActDraft) => void;
  /** Mistakes are told only after the first try. */
  readonly tried: boolean;
}

const LONGEST = 1000;
const DRAFTER = 'drafter';

function TargetField({ opened, draft, onDraft }: Pick<ActFieldsProps, 'opened' | 'draft' | 'onDraft'>) {
  const t = useText(approvalsText);
  return (
    <Field label={t('act.target')}>
      <RadioGroup
        value={draft.toSlotId ?? DRAFTER}
        onChange={(_, { value }) => onDraft({ ...draft, toSlotId: value === DRAFTER ? null : value })}
        data-testid="send-back-target"
      >
        <Radio value={DRAFTER} label={t('act.target.drafter', { name: opened.drafter.name })} />
        {opened.sendBackTargets.map(({ slotId, label }) => (
          <Radio key={slotId} value={slotId} label={label} />
        ))}
      </RadioGroup>
    </Field>
  );
}

const TEST_IDS = { sendBack: 'send-back-reason', ask: 'question-text' } as const;

function testIdOf({ kind, field }: ActShape): string {
  if (kind === 'sendBack' || kind === 'ask') return TEST_IDS[kind];
  return field === 'comment' ? 'act-comment' : 'act-reason';
}

export function ActFields({ opened, shape, draft, onDraft, tried }: ActFieldsProps) {
  const t = useText(approvalsText);
  const { field } = shape;
  if (field === null) return null;
  const missing = tried && !isComplete(shape, draft);
  const message = field === 'comment' || !missing ? null : t(`act.${field}.missing`);
  return (
    <>
      {shape.kind === 'sendBack' && opened.sendBackTargets.length > 0 ? (
        <TargetField opened={opened} draft={draft} onDraft={onDraft} />
      ) : null}
      <Field label={t(`act.${field}`)} validationState={missing ? 'error' : 'none'} validationMessage={message}>
        <Textarea
          value={draft.text}
          maxLength={LONGEST}
          rows={4}
          resize="vertical"
          onChange={(_, { value }) => onDraft({ ...draft, text: value })}
          textarea={{ 'data-testid': testIdOf(shape), 'aria-required': field !== 'comment' } as object}
        />
      </Field>
    </>
  );
}
