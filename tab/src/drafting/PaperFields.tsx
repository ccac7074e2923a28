import { Button, Dropdown, Field, Input, Option } from '@fluentui/react-components';
import { AddRegular, DeleteRegular } from '@fluentui/react-icons';
import type { PaperAttachment } from '@kaigi/core/contract';
import { useText } from '../app/locale.ts';
import { useDraftingStyles } from './Drafting.styles.ts';
import { EMPTY_PAPER, pagesOf, type TypedPaper } from './draft-form.ts';
import { HelpField } from './HelpField.tsx';
import { draftingText } from './text.ts';

type Reason = PaperAttachment['reason'];
const REASONS: readonly Reason[] = ['TOO_LARGE', 'ORIGINAL_NEEDED', 'SECRET', 'PAYMENT_VOUCHER', 'OTHER'];
const MOST = 50;

interface RowProps {
  readonly paper: TypedPaper;
  readonly number: number;
  readonly tried: boolean;
  readonly onPaper: (paper: TypedPaper) => void;
  readonly onRemove: () => void;
}

const LINES = [
  ['title', 200],
  ['pages', 8],
  ['location', 200],
  ['holder', 100],
] as const;

function PaperRow({ paper, number, tried, onPaper, onRemove }: RowProps) {
  const styles = useDraftingStyles();
  const t = useText(draftingText);
  const isMissing = (field: (typeof LINES)[number][0]): boolean =>
    field === 'pages' ? pagesOf(paper.pages) === 0 : paper[field].trim() === '';
  return (
    <fieldset className={styles.fieldset} data-testid="paper">
      <legend className={styles.small}>{t('paper.row', { number })}</legend>
      <div className={styles.pair}>
        {LINES.map(([field, longest]) => (
          <Field
            key={field}
            required
            label={t(`paper.${field}`)}
            validationState={tried && isMissing(field) ? 'error' : 'none'}
          >
            <Input
              value={paper[field]}
              maxLength={longest}
              className={styles.fill}
              onChange={(_, { value }) => onPaper({ ...paper, [field]: value })}
              input={{ 'data-testid': `paper-${field}`, inputMode: field === 'pages' ? 'numeric' : 'text' } as object}
            />
          </Field>
        ))}
        <Field required label={t('paper.reason')} validationState={tried && paper.reason === '' ? 'error' : 'none'}>
          <Dropdown
            className={styles.select}
            value={paper.reason === '' ? '' : t(`paper.reason.${paper.reason}`)}
            selectedOptions={paper.reason === '' ? [] : [paper.reason]}
            onOptionSelect={(_, { optionValue }) => onPaper({ ...paper, reason: (optionValue ?? '') as Reason })}
            data-testid="paper-reason"
          >
            {REASONS.map((reason) => (
              <Option key={reason} value={reason}>
                {t(`paper.reason.${reason}`)}
              </Option>
            ))}
          </Dropdown>
        </Field>
      </div>
      <div>
        <Button
          icon={<DeleteRegular />}
          appearance="subtle"
          aria-label={t('paper.remove', { number })}
          onClick={onRemove}
          data-testid="paper-remove"
        >
          {t('route.remove')}
        </Button>
      </div>
    </fieldset>
  );
}

export interface PaperFieldsProps {
  readonly paper: readonly TypedPaper[];
  readonly onPaper: (paper: readonly TypedPaper[]) => void;
  readonly tried: boolean;
  readonly problem: string | null;
}

/** 紙の添付: what stays on paper, where it lies, who holds it and why. */
export function PaperFields({ paper, onPaper, tried, problem }: PaperFieldsProps) {
  const styles = useDraftingStyles();
  const t = useText(draftingText);
  return (
    <HelpField name="paper" problem={problem}>
      <div className={styles.stack}>
        {paper.map((row, at) => (
          <PaperRow
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name, and are only added at the end
            key={at}
            paper={row}
            number={at + 1}
            tried={tried}
            onPaper={(changed) => onPaper(paper.with(at, changed))}
            onRemove={() => onPaper(paper.toSpliced(at, 1))}
          />
        ))}
        {paper.length < MOST ? (
          <div>
            <Button icon={<AddRegular />} onClick={() => onPaper([...paper, EMPTY_PAPER])} data-testid="paper-add">
              {t('paper.add')}
            </Button>
          </div>
        ) : null}
      </div>
    </HelpField>
  );
}
