import { Button } from '@fluentui/react-components';
import { DocumentAddRegular } from '@fluentui/react-icons';
import type { InstructionView } from '@kaigi/core/contract';
import { useText } from '../app/locale.ts';
import { hashOf } from '../app/routes.ts';
import { instructionsText } from './text.ts';

/** 「これで起案する」: to the drafting page, with the link made. */
export function DraftLink({ view }: { readonly view: InstructionView }) {
  const t = useText(instructionsText);
  if (!view.may.draft) return null;
  return (
    <Button
      as="a"
      appearance="primary"
      icon={<DocumentAddRegular />}
      href={hashOf({ page: 'drafting', id: null, instruction: view.id })}
      data-testid="draft-from"
    >
      {t('draft')}
    </Button>
  );
}
