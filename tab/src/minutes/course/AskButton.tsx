import { Button, type ButtonProps } from '@fluentui/react-components';
import { useState } from 'react';
import { AskDialog, type AskDialogProps } from './AskDialog.tsx';

export interface AskButtonProps extends Omit<AskDialogProps, 'onClose' | 'confirm'> {
  readonly label: string;
  /** Where the label alone does not say what it is about. */
  readonly fullLabel?: string;
  readonly appearance?: NonNullable<ButtonProps['appearance']>;
  readonly size?: NonNullable<ButtonProps['size']>;
  readonly testId: string;
}

/** A button whose press is asked about once more. */
export function AskButton({ label, fullLabel, appearance, size, testId, ...dialog }: AskButtonProps) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button
        {...(appearance ? { appearance } : {})}
        {...(size ? { size } : {})}
        {...(fullLabel ? { 'aria-label': fullLabel } : {})}
        onClick={() => setAsking(true)}
        data-testid={testId}
      >
        {label}
      </Button>
      {asking ? <AskDialog {...dialog} confirm={label} onClose={() => setAsking(false)} /> : null}
    </>
  );
}
