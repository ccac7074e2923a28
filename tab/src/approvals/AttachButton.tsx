import { Button, Spinner } from '@fluentui/react-components';
import { AddRegular, ArrowSyncRegular } from '@fluentui/react-icons';
import type { CaseView } from '@kaigi/core/contract';
import { type ChangeEvent, useRef } from 'react';
import { useText } from '../app/locale.ts';
import { approvalsText } from './text.ts';
import { useAttach } from './use-attach.ts';

export interface AttachButtonProps {
  readonly view: CaseView;
  /** The attachment of which it becomes a new version. */
  readonly replaces: string | null;
}

export function AttachButton({ view, replaces }: AttachButtonProps) {
  const t = useText(approvalsText);
  const { busy, attach } = useAttach(view.id);
  const input = useRef<HTMLInputElement>(null);
  const handleFile = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    // The same file may be chosen again after a mistake.
    event.target.value = '';
    if (file) attach({ version: view.version, replaces, file });
  };
  const icon = replaces === null ? <AddRegular /> : <ArrowSyncRegular />;
  return (
    <div>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={t(replaces === null ? 'files.attach' : 'files.replace')}
        onChange={handleFile}
        data-testid={replaces === null ? 'attach-file' : 'replace-file'}
      />
      <Button
        icon={busy ? <Spinner size="tiny" /> : icon}
        disabledFocusable={busy}
        onClick={() => input.current?.click()}
      >
        {t(replaces === null ? 'files.attach' : 'files.replace')}
      </Button>
    </div>
  );
}
