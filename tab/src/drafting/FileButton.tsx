import { Button } from '@fluentui/react-components';
import { type ReactElement, useRef } from 'react';
import { useDraftingStyles } from './Drafting.styles.ts';

export interface FileButtonProps {
  readonly label: string;
  readonly accept: string;
  readonly multiple?: boolean;
  readonly disabled?: boolean;
  readonly icon: ReactElement;
  readonly onFiles: (files: readonly File[]) => void;
  readonly testId: string;
  /** Only the icon is shown; the label is read out. */
  readonly iconOnly?: boolean;
}

/** A button that opens the choice of files; the browser's own field stays out of sight. */
export function FileButton(props: FileButtonProps) {
  const { label, accept, multiple = false, disabled = false, icon, onFiles, testId, iconOnly = false } = props;
  const styles = useDraftingStyles();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        className={styles.hiddenInput}
        accept={accept}
        multiple={multiple}
        tabIndex={-1}
        aria-hidden
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
          // The same file may be chosen again after it was corrected.
          event.currentTarget.value = '';
        }}
        data-testid={`${testId}-input`}
      />
      <Button
        icon={icon}
        disabledFocusable={disabled}
        appearance={iconOnly ? 'subtle' : 'secondary'}
        aria-label={iconOnly ? label : undefined}
        title={iconOnly ? label : undefined}
        onClick={() => (disabled ? undefined : input.current?.click())}
        data-testid={testId}
      >
        {iconOnly ? null : label}
      </Button>
    </>
  );
}
