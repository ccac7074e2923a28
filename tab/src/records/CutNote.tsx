import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useText } from '../app/locale.ts';
import { partsText } from './text.ts';

interface CutNoteProps {
  readonly truncated: boolean;
  /** How many are shown. */
  readonly shown: number;
}

/** Said where there is more than a list shows. */
export function CutNote({ truncated, shown }: CutNoteProps) {
  const t = useText(partsText);
  if (!truncated) return null;
  return (
    <MessageBar intent="info" layout="multiline" data-testid="cut-note">
      <MessageBarBody>{t('cut', { count: shown })}</MessageBarBody>
    </MessageBar>
  );
}
