import { Button, type ButtonProps, Spinner } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { type Download, useDownload } from './use-download.ts';

interface DownloadButtonProps extends Download, Pick<ButtonProps, 'size' | 'className' | 'aria-label'> {
  readonly icon?: ReactElement;
  /** There is nothing yet that could be fetched. */
  readonly disabled?: boolean;
  readonly whileBusy?: string;
  readonly testId: string;
  readonly children: string;
}

/** Gives a file; while it is on its way the button turns, and a second press does nothing. */
export function DownloadButton({
  fileName,
  from,
  icon,
  disabled = false,
  whileBusy,
  testId,
  children,
  ...look
}: DownloadButtonProps) {
  const { busy, download } = useDownload();
  return (
    <Button
      {...look}
      icon={busy ? <Spinner size="tiny" /> : (icon ?? <ArrowDownloadRegular />)}
      disabledFocusable={busy || disabled}
      onClick={() => download({ fileName, from })}
      data-testid={testId}
    >
      {busy ? (whileBusy ?? children) : children}
    </Button>
  );
}
